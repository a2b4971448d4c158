"""wastetrack: containers of hazardous waste, tracked until the loop is closed."""
