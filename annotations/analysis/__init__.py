"""Counting marks: themes by article, source, author, month, year or theme, and what the counts are measured against.

`matrix` counts and imports no Django; `facts` reads what it counts in four queries however many marks there are;
`shown` turns, sorts and cuts a table for the page; `files` writes it. `together` counts which themes stand together,
`pairs` lays that out. tests/benchmarks/notes_page.py, 10,000 marks in
500 articles, busy machine: 0.3 to 0.8 s and 12 queries, on both databases.
"""
