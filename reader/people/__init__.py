"""A person's own: appearance, shortcuts, how far they have read; the first account."""
