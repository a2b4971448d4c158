"""What may be done with the ledger: taking in an uploaded workbook, batch by batch."""
