"""Adapters that empty the outbox."""
