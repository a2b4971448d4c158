"""One public verb a file: the steps of the manifest."""
