"""Searching a project: what is asked (`language`), where a text has it (`matching`), in which articles (`finding`).

`language` and `matching` are pure and work on folded text (reader.text.folding). A query's terms are looked up in the
index of blocks (reader.articles.blocks), and the texts decide; fields ask the articles' columns and the marks.
"""
