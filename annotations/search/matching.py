"""Where a folded text has a term: spans that do not overlap, the first ones from the left, each as short as it can be.

A term of one piece may cross sentences, one with gaps lies within a sentence. All work is bounded by the length of the
text times the widest gap; a text that would cost more refuses the query instead of stalling the server.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotations.search.language import Gap, Refused, Term

# Pairs of spans looked at in one block.
MOST_STEPS = 2_000_000

Span = tuple[int, int]


def matches(term: Term, text: str, stops: Sequence[int] = ()) -> list[Span]:
    """Spans [start, end) of the term in the folded text; `stops` are the ends of its sentences, in order. Refused:
    costly."""
    if not term.gaps:
        return [found.span() for found in _pattern(term.pieces[0], term.wild).finditer(text)]
    if not all(run in text for run in term.runs):
        return []
    spans: list[Span] = []
    start = 0
    for stop in [*stops, len(text)]:
        spans += _apart(_chained(term, text, start, stop))
        start = stop
    return spans


def _chained(term: Term, text: str, start: int, stop: int) -> list[Span]:
    found = _all(term.pieces[0], text, start, stop)
    for piece, gap in zip(term.pieces[1:], term.gaps, strict=True):
        if not found:
            break
        found = sorted(set(_joined(found, _all(piece, text, start, stop), gap)))
    return found


def _joined(left: Sequence[Span], right: Sequence[Span], gap: Gap) -> Iterator[Span]:
    if len(left) * len(right) > MOST_STEPS:
        raise Refused("costly")
    for before in left:
        for after in right:
            if gap.least <= after[0] - before[1] <= gap.most:
                yield before[0], after[1]
            elif gap.either and gap.least <= before[0] - after[1] <= gap.most:
                yield after[0], before[1]


def _all(piece: str, text: str, start: int, stop: int) -> list[Span]:
    """Every place of the piece, overlapping ones too."""
    length = len(piece)
    return [
        (found.start(), found.start() + length)
        for found in _anywhere(piece).finditer(text, start, stop)
        if found.start() + length <= stop
    ]


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Of spans in order, the first that do not overlap; of those with one start the shortest comes first."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


@lru_cache(maxsize=256)
def _pattern(piece: str, wild: bool) -> re.Pattern[str]:
    return re.compile(_escaped(piece) if wild else re.escape(piece))


@lru_cache(maxsize=256)
def _anywhere(piece: str) -> re.Pattern[str]:
    return re.compile(f"(?={_escaped(piece)})")


def _escaped(piece: str) -> str:
    return "".join("." if sign == "?" else re.escape(sign) for sign in piece)
