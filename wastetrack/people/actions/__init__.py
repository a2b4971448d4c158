"""The acts of the people room, one verb a file."""
