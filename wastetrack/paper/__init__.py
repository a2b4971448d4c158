"""Frozen data in, bytes out: labels and forms, the same bytes for the same data."""
