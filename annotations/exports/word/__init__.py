"""Notes as Word files: the report, and the quotes alone.

The body and the comments are spooled to disk: one XML tree of 10,000 notes took half a gigabyte; so memory does not
grow with the project.
"""
