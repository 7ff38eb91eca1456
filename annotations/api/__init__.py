"""The API's routes for what is marked: one module per subject, its shapes (`schemas`) and its answers (`answers`).

Highlights are UUIDs made by the browser and saved by idempotent PUT with If-Match: a retry neither loses nor doubles,
and two people who edit one mark both see it. The marks of the version shown travel in columns (`packing`): their words
are in the text already, and what is left compresses to 22 bytes a mark without its note.
"""
