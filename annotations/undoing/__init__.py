"""Undo and redo: a step taken back, row by row."""
