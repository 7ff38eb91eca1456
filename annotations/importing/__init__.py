"""Taking notes in: which article is meant, where the words stand, and what was found nowhere."""
