"""Themes: made, proposed for an article, decided on, near to each other, and their tree."""
