"""Clocks, rules and alerts; the overdue check."""
