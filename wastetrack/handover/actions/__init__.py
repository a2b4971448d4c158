"""What may be done at a stop and at a gate: scan, hand over, receive, query, refuse."""
