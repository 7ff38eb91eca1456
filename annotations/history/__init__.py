"""What changed: the record of every step, whose turn undo is, and what open pages are told.

`recording` keeps a step's events and sends `signals.step_recorded`; it knows nobody who listens. `stacks` (pure)
replays a person's steps; `changes` answers open pages, which ask every 3 s while they are looked at (304 by ETag):
a server-sent stream holds one of eight threads for as long as a page is open, a question takes five small queries
and lets go. Numbers of events are given out before their transactions end, so the last minute is told again until
it is settled.
"""
