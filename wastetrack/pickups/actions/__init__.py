"""What producers and collectors may do with pickup requests."""
