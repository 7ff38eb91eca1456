"""Whether leads look ahead, to what must be done, or back on what came of it."""

import re
from collections.abc import Sequence

from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import LONG_VERB, MODAL

_DONE = re.compile(
    r"[了过]|明显|显著|稳步|取得|实现了|迈上|(?:不断|持续|进一步|逐步|日益|稳定|快速|更加|加快)[^，]{2,6}$|新(?:成就|突破|台阶|进展|步伐|成效)|以来|去年|增长"
)


# A demand is made in the first clause, or in the second of two.
_DEMAND = re.compile(r"[^，。]{0,12}(?:，[^，]{0,4})?(?<!主)(?<!重)(?:要|必须|须|应当?|需要?)(?![求素点])")


def is_measure(lead: Lead) -> bool:
    """Whether the lead begins with what is to be done."""
    return bool(LONG_VERB.match(lead.core))


def is_demand(lead: Lead) -> bool:
    """Whether the lead says of something what it must."""
    return bool(_DEMAND.match(lead.core))


def claims(lead: Lead) -> bool:
    """Whether the lead asks for something: a measure, or a must."""
    return bool(LONG_VERB.match(lead.core) or MODAL.search(lead.core[:20]))


def looks_ahead(leads: Sequence[Lead]) -> float:
    """From 1 for demands to -1 for results."""
    return sum(claims(lead) - bool(_DONE.search(lead.core)) for lead in leads) / len(leads)
