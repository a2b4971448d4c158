"""The catalogue over both databases."""
