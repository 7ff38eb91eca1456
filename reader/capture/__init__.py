"""Taking articles in: an address, a file, a text, many at once, the pages of one article.

`batches` (queue, resume, cancel, retry) → `tasks` → `bringing` (run one item) → `pages` and `importing`. An item is
claimed by one UPDATE … WHERE state = waiting: a task may run twice, a worker may die, a reader may cancel at any
moment; only who claims works, only who still holds says how it ended. Saved pages are grouped before they are
imported, and an item leads its further pages: joining afterwards would depend on who comes first. `fetching` is the
network, and only it.
"""
