"""REFI-QDA: a project, and a codebook alone."""
