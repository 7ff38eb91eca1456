"""Marks: what one says, changing it, its themes, and its move to a new text."""
