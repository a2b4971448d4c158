"""Registers and export rows."""
