"""Containers and bulk lots: digital id, label, mass, place, custody."""
