"""Measures numbered inside one paragraph, for a text that says its points nowhere else."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.leads import Lead, clause_lead
from reader.text.themes.marks import mark_of

FEWEST = 3
_START = re.compile(r"(?:(?<=[。；;：:，,！？])|^)(?=一[是要]|第一[，,、]|首先[，,])")
_NEXT = re.compile(r"(?<=[。；;，,！？])(?=[二三四五六七八九十][是要]|第[二三四五六七八九十][，,、]|其次[，,]|再次[，,]|最后[，,])")
_END = re.compile("[。；;！？]")


def measures(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> list[Lead]:
    """The longest complete series that stands inside one paragraph; none where two paragraphs have one each."""
    rows = [row for place, text in enumerate(paragraphs) if place not in skipped for row in _rows(place, text)]
    return rows[0] if len(rows) == 1 else []


def _rows(place: int, text: str) -> Iterator[list[Lead]]:
    for start in _START.finditer(text):
        edges = [start.start(), *(found.start() for found in _NEXT.finditer(text, start.end() + 1))]
        leads = [lead for number, edge in enumerate(edges, 1) if (lead := _lead(place, text, edge, number))]
        if len(leads) == len(edges) >= FEWEST:
            yield leads


def _lead(place: int, text: str, start: int, number: int) -> Lead | None:
    mark = mark_of(text[start:])
    if not mark or mark.number not in (number, 0):
        return None
    end = _END.search(text, start)
    said = text[start : end.end() if end else len(text)]
    return clause_lead(place, said, len(text) - start - len(said))
