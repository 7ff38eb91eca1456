"""Memos: what is thought about an article, a theme or the project."""
