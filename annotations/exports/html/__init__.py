"""Notes as one web page."""
