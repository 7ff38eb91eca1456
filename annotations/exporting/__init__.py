"""Writing notes: articles and marks become an exports.Document (`documents`), at once or in the background.

`jobs` queues, cancels and revives; `tasks` hands over; `writing` writes. A written export lies in the database, in
parts: any machine may write it and any may send it, and it is gone with its row after a week. It is touched every 30 s
by a thread of its own, since a format may set type for minutes without asking for the next article; silence for 15
minutes means that its worker is dead.
"""
