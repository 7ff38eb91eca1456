"""Run-in leads: short sentences that open paragraph after paragraph, with the paragraph's text behind them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.evidence import is_plain_telling
from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import LONG_VERB, MODAL

# Two in a row are chance. A run-in lead is shorter than other sentences, and something is said about it.
FEWEST = 3
_LONGEST = 26
_DEVELOPED = 20
# Slots of one shape differ in length by no more.
_SLOT = 2
_CLAUSE = re.compile("[，,：:；; 　]")
# So many of a run make a claim, the others are of their shape.
_CLAIMING = 0.6


def runs(leads: Sequence[Lead], skipped: AbstractSet[int] = frozenset()) -> list[list[Lead]]:
    """The runs of three and more, in the order of the text. `skipped` paragraphs do not part a run."""
    return [run for row in _rows(leads, skipped) for run in (_alike(row),) if len(run) >= FEWEST]


def _rows(leads: Iterable[Lead], skipped: AbstractSet[int]) -> Iterator[list[Lead]]:
    row: list[Lead] = []
    for lead in leads:
        if row and (not _short(lead) or any(place not in skipped for place in range(row[-1].paragraph + 1, lead.paragraph))):
            yield row
            row = []
        if _short(lead):
            row.append(lead)
    yield row


def _short(lead: Lead) -> bool:
    return (
        lead.kind == "opening"
        and len(lead.core) <= _LONGEST
        and lead.sentence <= len(lead.text) + 1
        and lead.rest >= _DEVELOPED
        and not is_plain_telling(lead)
    )


def _alike(row: list[Lead]) -> list[Lead]:
    """The row as far as it claims or is of one shape."""
    if len(row) < FEWEST:
        return []
    if sum(map(claims, row)) >= _CLAIMING * len(row):
        shapes = {_shape(lead) for lead in row if claims(lead)}
        return [lead for lead in row if claims(lead) or any(_same_shape(_shape(lead), shape) for shape in shapes)]
    first = max(row, key=lambda lead: sum(_same_shape(_shape(lead), _shape(other)) for other in row))
    return [lead for lead in row if _same_shape(_shape(lead), _shape(first))]


def claims(lead: Lead) -> bool:
    """Whether the lead asks for something: a measure, or a must."""
    return bool(LONG_VERB.match(lead.core) or MODAL.search(lead.core[:20]))


def _shape(lead: Lead) -> tuple[int, ...]:
    return tuple(map(len, _CLAUSE.split(lead.core)))


def _same_shape(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SLOT for a, b in zip(one, other, strict=True))
