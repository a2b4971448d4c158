"""Tests of general industrial waste."""
