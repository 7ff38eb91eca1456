"""REFI-QDA: a project, and a codebook alone.

A theme's whole entry is written into its description, behind labels (【何时用】…): other programs keep descriptions and
show them, and nothing else in the format would come back from them.
"""
