"""Taking notes in: which article is meant (`matching`), where the words stand (`placing`), what was found nowhere."""
