"""What may be done with the catalogue: load the shipped lists, or an official file over them."""
