"""Taking articles in: an address, a file, a text, many at once, the pages of one article."""
