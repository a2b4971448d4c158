"""What may be done with reports: asking for a long export, and writing it."""
