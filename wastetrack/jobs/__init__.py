"""The clock's door: which job runs when, once a slot."""
