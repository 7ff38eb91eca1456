"""The library: which articles are shown, and what a row tells."""
