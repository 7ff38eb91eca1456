"""Notes as Word files: the report, and the quotes alone."""
