"""What may be done in a case: open, answer, close."""
