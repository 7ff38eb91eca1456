"""REFI-QDA projects that come in."""
