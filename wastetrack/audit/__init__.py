"""The event table: what happened, chained by hash per subject, never changed."""
