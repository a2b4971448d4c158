"""The only writers of alerts: what a look at the present state changes, each with its event."""
