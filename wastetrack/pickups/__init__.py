"""Pickup requests of small enterprises and who takes them."""
