"""Pure rules of reports: columns, rows of a declaration, what a difference is made of, retention."""
