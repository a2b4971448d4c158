"""Waste codes, divisions, packaging, methods, calendar and law bases, each with its source."""
