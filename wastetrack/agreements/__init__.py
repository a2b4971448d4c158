"""Contracts and yearly filed plans that filing a manifest is checked against."""
