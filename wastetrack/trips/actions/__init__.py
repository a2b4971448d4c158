"""What a carrier may do with its trips."""
