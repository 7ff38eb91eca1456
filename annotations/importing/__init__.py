"""Taking notes in: which article is meant (`matching`), where in its text the words stand (`standing`), the highlights
that come of it (`placing`), what was found nowhere (`unplaced`)."""
