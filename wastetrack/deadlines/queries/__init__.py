"""Every SELECT of the deadlines room: what is due now, open alerts, and what pages show of them."""
