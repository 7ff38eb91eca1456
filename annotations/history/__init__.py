"""What changed: the record of every step, whose turn undo is, and what open pages are told."""
