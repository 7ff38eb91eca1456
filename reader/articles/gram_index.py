"""Where the databases keep the grams of indexed blocks, and how each is asked for the blocks that hold some.

PostgreSQL holds them as an array beside the block under a GIN index; SQLite as words of a full-text table without
texts, whose rows join to the blocks: what a deletion left behind there finds nothing. The project is one more
gram, so that its lists are cut short early. What comes back holds the grams; whoever asks looks into the text.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import connection

from reader.models import IndexedBlock
from reader.text.grams import is_pair, pairs, singles, token

BATCH = 100
_COLUMNS = "(project_id, article_id, version_id, number, start, text, stops, edition"
_INSERT = "INSERT INTO reader_indexedblock " + _COLUMNS
_WORDS = "INSERT INTO reader_blockgrams (rowid, grams) VALUES "
_FORGET = "INSERT INTO reader_blockgrams (reader_blockgrams, rowid, grams) VALUES ('delete', %s, %s)"
_ARTICLE = "JOIN reader_article a ON a.id = b.article_id AND a.project_id = b.project_id AND a.deleted IS NULL "
_SELECT = "SELECT b.article_id, b.version_id, b.number, b.start, b.text, b.stops FROM "
_BY_ARRAY = _SELECT + "reader_indexedblock b " + _ARTICLE + "WHERE b.grams @> %s::bigint[] AND b.project_id = %s"
# CROSS JOIN: from the words to the blocks. SQLite would otherwise walk all blocks of the project in order.
_BY_WORDS = (
    _SELECT + "reader_blockgrams g CROSS JOIN reader_indexedblock b ON b.id = g.rowid " + _ARTICLE
    + "WHERE g.reader_blockgrams MATCH %s AND b.project_id = %s"
)  # fmt: skip


def insert(blocks: Sequence[IndexedBlock]) -> None:
    """Write the blocks with their grams, in plain SQL: an article has some forty."""
    for start in range(0, len(blocks), BATCH):
        batch = blocks[start : start + BATCH]
        _insert_arrays(batch) if _arrays() else _insert_words(batch)


def forget(blocks: Iterable[IndexedBlock]) -> None:
    """Before the blocks are deleted: SQLite's table wants to be told what it holds of each."""
    if not _arrays():
        with connection.cursor() as cursor:
            cursor.executemany(_FORGET, [(block.pk, _words(block)) for block in blocks])


def asked(project: int, grams: set[int]) -> tuple[str, list]:
    """SQL and its values for (article, version, number, start, text, stops) of the blocks in the project's undeleted
    articles that hold all these grams."""
    if _arrays():
        return _BY_ARRAY, [[*sorted(grams), -project], project]
    words = (f'"{token(gram)}"' + ("" if is_pair(gram) else "*") for gram in sorted(grams))
    return _BY_WORDS, [" AND ".join([f'"p{project}"', *words]), project]


def _arrays() -> bool:
    return connection.vendor == "postgresql"


def _insert_arrays(blocks: Sequence[IndexedBlock]) -> None:
    values = [
        (*_values(block), sorted(pairs(block.text) | singles(block.text) | {-block.project_id})) for block in blocks
    ]
    _execute(_INSERT + ", grams) VALUES ", values)


def _insert_words(blocks: Sequence[IndexedBlock]) -> None:
    keys = _execute(_INSERT + ") VALUES ", [_values(block) for block in blocks], " RETURNING id")
    _execute(_WORDS, [(key, _words(block)) for (key,), block in zip(keys, blocks, strict=True)])


def _values(block: IndexedBlock) -> tuple:
    ids = (block.project_id, block.article_id, block.version_id)
    return (*ids, block.number, block.start, block.text, json.dumps(block.stops), block.edition)


def _words(block: IndexedBlock) -> str:
    """A pair begins with its first character's word, so single characters are found as beginnings; the last one has no
    pair to begin."""
    grams = pairs(block.text) | singles(block.text[-1:])
    return " ".join([f"p{block.project_id}", *map(token, sorted(grams))])


def _execute(insert: str, rows: Sequence[tuple], returning: str = "") -> list[tuple]:
    places = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
    with connection.cursor() as cursor:
        cursor.execute(insert + ", ".join([places] * len(rows)) + returning, list(chain.from_iterable(rows)))
        return cursor.fetchall() if returning else []
