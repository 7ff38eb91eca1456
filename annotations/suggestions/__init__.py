"""Suggested passages: sentences like a theme that nobody has marked yet, and those refused."""
