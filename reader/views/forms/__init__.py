"""What the pages' forms take in, by subject."""
