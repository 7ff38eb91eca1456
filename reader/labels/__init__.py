"""Labels and the star of articles: given, taken off, counted."""
