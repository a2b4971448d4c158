"""What a list may hold: each file's rows, read and typed, become the rows of one table."""
