"""Run-in leads: short sentences that open paragraph after paragraph, with the paragraph's text behind them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.demands import claims
from reader.text.themes.evidence import is_plain_telling
from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import LONG_VERB, ROLE

# Two in a row are chance. A run-in lead is shorter than other sentences, and something is said about it.
FEWEST = 3
_LONGEST = 26
_LONGEST_CLAIM = 34
_DEVELOPED = 20
# Slots of one shape differ in length by no more.
_SLOT = 2
# A demand is made in the first clause, or in the second of two.
_DEMAND = re.compile(rf"[^，。]{{0,12}}(?:，[^，]{{0,4}})?(?<!主)(?<!重)(?:要|必须|须|应当?|需要?)(?![求素点])")
_CLAUSE = re.compile("[，,：:；; 　]")


def runs(leads: Sequence[Lead], skipped: AbstractSet[int] = frozenset()) -> list[list[Lead]]:
    """The runs of three and more, in the order of the text. `skipped` paragraphs do not part a run."""
    return [run for row in _rows(leads, skipped) for run in (_alike(row),) if len(run) >= FEWEST]


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
        and lead.sentence <= len(lead.text) + 1
        and lead.rest >= _DEVELOPED
        and not is_plain_telling(lead)
        and not ROLE.search(lead.core)
    )


def _alike(row: Sequence[Lead]) -> list[Lead]:
    """The row as far as it is of one kind: measures, demands, or sentences of one shape; and what is shaped as these."""
    shapes = ([other for other in row if _same_shape(_shape(lead), _shape(other))] for lead in row)
    kinds = [list(filter(_measure, row)), list(filter(_demand, row)), max(shapes, key=len, default=[])]
    own = max(kinds, key=len)
    return [lead for lead in row if lead in own or any(_same_shape(_shape(lead), _shape(other)) for other in own)]


def _measure(lead: Lead) -> bool:
    return bool(LONG_VERB.match(lead.core))


def _demand(lead: Lead) -> bool:
    return bool(_DEMAND.match(lead.core))


def _shape(lead: Lead) -> tuple[int, ...]:
    return tuple(map(len, _CLAUSE.split(lead.core)))


def _same_shape(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SLOT for a, b in zip(one, other, strict=True))
