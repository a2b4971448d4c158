"""Discrepancies, conflicts and data problems that need a person."""
