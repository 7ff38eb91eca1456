"""Which of a text's series are its themes: decided once, for the whole text."""

import re
from collections.abc import Sequence

from reader.text.themes.frame_headings import is_frame, is_review
from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import LONG_VERB, MODAL
from reader.text.themes.outline import Part, Series, series_of

_DONE = re.compile(
    r"[了过]|明显|显著|稳步|取得|实现了|迈上|(?:不断|持续|进一步|逐步|日益|稳定|快速|更加|加快)[^，]{2,6}$|新(?:成就|突破|台阶|进展|步伐|成效)|以来|去年|增长"
)


# So many characters behind a point in its paragraph develop it.
_SAID = 15
# A quotation or a paragraph of a list is numbered 1. 2. 3. too, but does not open with a short sentence.
_SHORT = 30


def top_parts(root: Part) -> list[Part]:
    """The parts that state the article's themes; none where no series does."""
    series = [one for one in series_of(root) if _is_developed(one)]
    if not series:
        return []
    highest = min(one.rank for one in series)
    best = max((one for one in series if one.rank == highest), key=_claim)
    return _themes(best.parts)


def _claim(series: Series) -> tuple[bool, int]:
    """What looks ahead comes before what looks back, then the longer one."""
    return looks_ahead(series.leads) >= 0, len(series.parts)


def looks_ahead(leads: Sequence[Lead]) -> float:
    """From 1 for demands to -1 for results."""
    cores = [lead.core for lead in leads]
    ahead = sum(bool(MODAL.search(core[:20]) or LONG_VERB.match(core)) for core in cores)
    behind = sum(bool(_DONE.search(core)) for core in cores)
    return (ahead - behind) / len(cores)


def _is_developed(series: Series) -> bool:
    """Something is said under each point; lines or quotations that follow each other are a list."""
    if series.parts[0].entry and series.parts[0].entry.lead.kind == "heading":
        return any(part.end - part.start > 1 for part in series.parts[:-1])
    said = sum(part.end - part.start > 1 or lead.rest >= _SAID for part, lead in zip(series.parts, series.leads, strict=True))
    numbered = series.style != "digit" or all(lead.sentence <= _SHORT for lead in series.leads)
    return numbered and said * 2 > len(series.parts)


def _themes(parts: Sequence[Part]) -> list[Part]:
    """Frames yield to their children where nothing else is left; under a review is nothing."""
    present = [part for part in parts if part.entry and not is_review(part.entry.lead.text)]
    own = [part for part in present if part.entry and not is_frame(part.entry.lead.text)]
    if len(own) > 1 or len(own) == len(present):
        return own if len(own) > 1 or len(parts) == len(own) else own
    held = [below for part in present if part not in own for below in _children(part)]
    return sorted([*own, *held], key=lambda part: part.start)


def _children(part: Part) -> list[Part]:
    return top_parts(part)
