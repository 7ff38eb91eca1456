"""Measures numbered inside one paragraph, for a text that says its points nowhere else."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.demands import looks_ahead
from reader.text.themes.evidence import is_reported
from reader.text.themes.leads import Lead, clause_lead
from reader.text.themes.marks import mark_of

FEWEST = 3
# Three things are listed in passing everywhere: 一是 must count further than 一要.
_FEWEST_TOLD = 4
# Causes, results and parts are numbered too: so many more of them ask than tell.
_ASKING = 0.6
_START = re.compile(r"(?:(?<=[。；;：:，,！？])|^)(?=一[是要]|第一[，,、]|首先[，,])")
_NEXT = re.compile(
    r"(?<=[。；;，,！？])(?=[二三四五六七八九十][是要]|第[二三四五六七八九十][，,、]|其次[，,]|再次[，,]|最后[，,])"
)
_AMISS = re.compile("由于|因为|缺乏|缺少|不[够足强高清重严力到]|薄弱|滞后|淡漠|瓦解|过[多高低少]")
_MUST = re.compile("一要")
# What follows tells what is laid down under the point.
_DETAIL = re.compile("[，,](?=(?:明确|提出|要求|规定|包括|即)要?[^，。；]{4})")
_END = re.compile("[。；;！？]")


def measures(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> list[Lead]:
    """The complete series that stands inside one paragraph; none where two paragraphs have one each, or where
    paragraphs themselves are numbered."""
    if any(_counts(text) for place, text in enumerate(paragraphs) if place not in skipped):
        return []
    rows = [row for place, text in enumerate(paragraphs) if place not in skipped for row in _rows(place, text)]
    return rows[0] if len(rows) == 1 else []


def _counts(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.number > 1 and mark.style.name in ("is", "nth")


def _rows(place: int, text: str) -> Iterator[list[Lead]]:
    for start in _START.finditer(text):
        if is_reported(text[: start.start()]):
            continue
        edges = [start.start(), *(found.start() for found in _NEXT.finditer(text, start.end() + 1))]
        spans = enumerate(zip(edges, [*edges[1:], len(text)], strict=True), 1)
        leads = [lead for number, span in spans if (lead := _lead(place, text, span, number))]
        fewest = FEWEST if _MUST.match(text, start.start()) else _FEWEST_TOLD
        if len(leads) == len(edges) >= fewest and looks_ahead(leads) >= _ASKING and not _causes(leads):
            yield leads


def _causes(leads: Sequence[Lead]) -> bool:
    """What is amiss, and why, is numbered too."""
    return sum(bool(_AMISS.search(lead.core)) for lead in leads) * 3 >= len(leads)


def _lead(place: int, text: str, span: tuple[int, int], number: int) -> Lead | None:
    start, limit = span
    mark = mark_of(text[start:])
    if not mark or mark.number not in (number, 0):
        return None
    end = _END.search(text, start)
    said = text[start : min(end.end() if end else limit, limit)]
    return clause_lead(place, _DETAIL.split(said)[0], len(text) - start - len(said))
