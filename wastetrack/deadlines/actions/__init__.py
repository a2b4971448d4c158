"""What the deadlines room does: sweep, look again at touched containers, note a filed report."""
