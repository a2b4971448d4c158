"""Expected against scanned, at the yard and at the gate."""
