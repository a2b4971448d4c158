"""What a person may do with contracts, plans, consents and approvals."""
