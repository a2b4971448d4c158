"""What became of received waste, and the new waste it left."""
