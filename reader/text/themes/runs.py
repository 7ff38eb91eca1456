"""Run-in leads: short sentences that open paragraph after paragraph, with the paragraph's text behind them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import count, takewhile

from reader.text.themes.demands import claims, is_demand, is_measure, looks_ahead
from reader.text.themes.evidence import is_plain_telling
from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import PREPOSITIONS, ROLE

# Two in a row are chance. A run-in lead is shorter than other sentences, and something is said about it.
FEWEST = 3
_LONGEST = 26
_LONGEST_CLAIM = 34
_DEVELOPED = 20
# Slots of one shape differ in length by no more.
_SLOT = 2
# Of a long sentence that begins so the first clauses are the demand.
_MUST = ("要", "必须", "应", "需要")
# So many of a group are of one kind before another of that kind joins them.
_OF_KIND = 0.6
_CLAUSE = re.compile("[，,：:；; 　]")


def runs(leads: Sequence[Lead], skipped: AbstractSet[int] = frozenset()) -> list[list[Lead]]:
    """The runs of three and more, in the order of the text. `skipped` paragraphs do not part a run."""
    found = (_alike(row) for row in _rows(leads, skipped))
    return [run for run in found if len(run) >= FEWEST and len({lead.core for lead in run}) == len(run)]


def longest(found: Sequence[list[Lead]]) -> list[Lead]:
    """The run that looks ahead; of several, the longest."""
    return max(found, key=lambda run: (looks_ahead(run) >= 0, len(run)), default=[])


def beside(leads: Sequence[Lead], framed: Sequence[Lead], edges: tuple[int, int]) -> list[Lead]:
    """The short leads between the framed ones and right beside them that are measures, or demands, as these are.
    `edges` are the paragraphs that open and close the text: they sum up."""
    kind = next((kind for kind in (is_measure, is_demand) if sum(map(kind, framed)) >= _OF_KIND * len(framed)), None)
    taken = {lead.paragraph for lead in framed}
    fit = {lead.paragraph: lead for lead in leads if kind and kind(lead) and _short(lead)}
    fit = {place: lead for place, lead in fit.items() if place not in taken and edges[0] < place < edges[1]}
    found = [place for place in fit if min(taken) < place < max(taken)]
    for step, edge in ((-1, min(taken)), (1, max(taken))):
        found += takewhile(fit.__contains__, count(edge + step, step))
    return [fit[place] for place in sorted(found)]


def _rows(leads: Iterable[Lead], skipped: AbstractSet[int]) -> Iterator[list[Lead]]:
    row: list[Lead] = []
    for lead in leads:
        if row and (
            not _short(lead) or any(place not in skipped for place in range(row[-1].paragraph + 1, lead.paragraph))
        ):
            yield row
            row = []
        if _short(lead):
            row.append(lead)
    yield row


def _short(lead: Lead) -> bool:
    return (
        lead.kind == "opening"
        and len(lead.core) <= (_LONGEST_CLAIM if claims(lead) else _LONGEST)
        and (lead.sentence <= len(lead.text) + 1 or lead.core.startswith(_MUST))
        and lead.rest >= _DEVELOPED
        and not is_plain_telling(lead)
        and not ROLE.search(lead.core)
    )


def _alike(row: Sequence[Lead]) -> list[Lead]:
    """The row as far as it is of one kind: measures, demands, sentences that begin with one preposition or are
    of one shape; and what is shaped as these."""
    shapes = Counter(map(_shape, row))
    near = {shape: sum(n for other, n in shapes.items() if _same_shape(shape, other)) for shape in shapes}
    common = max(row, key=lambda lead: near[_shape(lead)], default=None)
    kinds = [[lead for lead in row if of_kind(lead)] for of_kind in (is_measure, is_demand)]
    kinds += [[lead for lead in row if lead.core.startswith(sign)] for sign in PREPOSITIONS]
    kinds.append([lead for lead in row if common and _same_shape(_shape(common), _shape(lead))])
    own = max(kinds, key=len)
    taken, formed = {lead.paragraph for lead in own}, set(map(_shape, own))
    alike = {shape for shape in shapes if any(_same_shape(shape, other) for other in formed)}
    return [lead for lead in row if lead.paragraph in taken or (lead is not row[-1] and _shape(lead) in alike)]


def _shape(lead: Lead) -> tuple[int, ...]:
    return tuple(map(len, _CLAUSE.split(lead.core)))


def _same_shape(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SLOT for a, b in zip(one, other, strict=True))
