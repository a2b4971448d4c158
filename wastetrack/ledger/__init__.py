"""HJ 1259 rows derived from events, and the import of what was kept before."""
