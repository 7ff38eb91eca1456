"""Counting marks: themes by article, source, author, month, year or theme, and what the counts are measured against.

`matrix` counts and imports no Django; `facts` reads what it counts in four queries however many marks there are;
`shown` turns, sorts and cuts a table for the page; `files` writes it. tests/benchmarks/analysis.py has the times.
"""
