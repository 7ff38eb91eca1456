"""Which notes are meant: what a page's address asks for (`filter`), and the reads that answer it (`queries`).

Notes, theme pages and exports ask through it. Marks are counted by article and person in one query, and filters, totals
and group counts come from that: ten queries however many marks. tests/benchmarks/notes_page.py, 10,000 marks in 500
articles: first page 0.2 to 0.5 s, the last by article 0.8 s (SQLite) and 0.4 s (PostgreSQL).
"""
