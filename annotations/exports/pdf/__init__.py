"""Notes as a PDF."""
