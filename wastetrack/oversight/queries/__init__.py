"""Every SELECT of oversight: figures of the district, search, and traces over all rooms below."""
