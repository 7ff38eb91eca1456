"""Notes as Markdown: one file, or a vault of linked ones."""
