"""What may be done with records of general industrial waste."""
