"""What must be told to the outside, written in the same transaction."""
