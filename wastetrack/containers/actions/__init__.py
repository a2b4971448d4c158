"""The acts of the containers room, one verb a file."""
