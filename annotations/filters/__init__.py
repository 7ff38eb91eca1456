"""Which notes are meant: what a page's address asks for, and the reads that answer it."""
