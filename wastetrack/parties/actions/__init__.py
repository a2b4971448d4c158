"""The acts of the parties room, one verb a file."""
