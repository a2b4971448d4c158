"""General industrial solid waste: the records of tables 4 to 8 of the 2021 ledger guide."""
