"""Undo and redo: a step taken back (`steps`), row by row (`restoring` is the table), and said in words."""
