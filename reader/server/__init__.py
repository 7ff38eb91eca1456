"""What runs the site: the environment, gunicorn and its worker, limits, language, static files.

Gunicorn serves with threads (2 × 4), which get whole requests only: idle or half-sent ones wait in the workers' loops
(patient_worker.py), for 10 seconds. The worker beside it watches for its server's death and looks itself for what a
killed one left; it is replaced after 500 tasks, so that no leak grows for ever. SQLite runs in WAL, IMMEDIATE,
synchronous=FULL: about 16 times the writes of Django's defaults, and an acknowledged highlight survives a power cut.
On two busy cores (tests/benchmarks/saving.py; ratios) eight clients made 8.6 marks a second with FULL, 10.4 with
NORMAL, 9.8 on PostgreSQL with synchronous commit; p95 2.1, 1.3 and 0.9 s.

Processor time of a request, before and after connections stay open, what was loaded is frozen and texts are rendered
once (two busy cores, in one process, ms): article 27 → 15, creating a mark 15 → 10, the desk 17 → 15, a library of 50
47 → 39, a small page 12 → 9. tests/benchmarks/requests.py measures the server itself.
"""
