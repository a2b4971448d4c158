"""The regulator lists, approvals and traces."""
