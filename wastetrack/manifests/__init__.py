"""The manifest of a transfer: one machine from draft to closed."""
