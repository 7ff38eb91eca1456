"""Which of a text's series are its themes: decided once, for the whole text."""

from collections.abc import Sequence

from reader.text.themes.demands import looks_ahead
from reader.text.themes.frame_headings import counts_things, is_frame, is_review
from reader.text.themes.outline import Part, Series, series_of


def top_parts(root: Part) -> list[Part]:
    """The parts that state the article's themes; none where no series does."""
    series = series_of(root)
    if not series:
        return []
    highest = min(one.rank for one in series)
    best = max((one for one in series if one.rank == highest), key=_claim)
    return _themes(best.parts)


def _claim(series: Series) -> tuple[bool, int]:
    """What looks ahead comes before what looks back, then the longer one."""
    return looks_ahead(series.leads) >= 0, len(series.parts)


def _themes(parts: Sequence[Part]) -> list[Part]:
    """Frames yield to their children where nothing else is left; under a review is nothing."""
    present = [part for part in parts if part.entry and not is_review(part.entry.lead.text)]
    own = [part for part in present if part.entry and not _is_frame(part)]
    if len(own) > 1 or len(own) == len(present):
        return own
    held = [below for part in present if part not in own for below in _children(part)]
    return sorted([*own, *held], key=lambda part: part.start)


def _is_frame(part: Part) -> bool:
    """A drawer by its words; or it tells how many things it holds, and holds them."""
    heading = part.entry.lead.text if part.entry else ""
    return is_frame(heading) or (counts_things(heading) and len(_children(part)) > 1)


def _children(part: Part) -> list[Part]:
    return top_parts(part)
