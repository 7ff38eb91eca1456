"""The cleaning record: what was taken out and why, corrected by hand, for one article or a site."""
