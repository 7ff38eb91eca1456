"""What runs the site: the environment, gunicorn and its worker, limits, language, static files.

Gunicorn serves with threads (2 × 4): a browser's idle connections stall plain sync workers. The worker beside it
watches for its server's death and looks itself for what a killed one left; it is replaced after 500 tasks, so that
no leak grows for ever. SQLite runs in WAL, IMMEDIATE, synchronous=FULL: about 16 times the writes of Django's
defaults, and an acknowledged highlight survives a power cut. On two busy cores (tests/benchmarks/saving.py; ratios)
eight clients made 8.6 marks a second with FULL, 10.4 with NORMAL, 9.8 on PostgreSQL with synchronous commit; p95
2.1, 1.3 and 0.9 s.
"""
