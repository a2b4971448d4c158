"""The browser's door: parse, one action or one query, render."""
