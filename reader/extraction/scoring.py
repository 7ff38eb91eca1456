"""Finding the article in a page nobody wrote a rule for: the area whose own lines read like prose, after the title.

Signals, each named below: a line's length and punctuation (prose has both), its links (headlines are links), names that
portals give to what is not the article, how much of an area is links, and its place after the title.
"""

import re
from collections.abc import Iterator

from reader.extraction.prose import marks_in
from reader.extraction.survey import Area, Line, Survey

# Shorter lines say nothing about where prose is.
_SHORTEST = 15
# A line counts up to a paragraph's length, and up to a paragraph's marks; marks weigh more than length.
_FULL_LENGTH, _FULL_MARKS = 300, 15
_LENGTH_POINTS, _MARK_POINTS = 3, 3
# A line without a single mark is hardly prose; one in an unlikely area hardly the article's.
_UNMARKED, _UNLIKELY_SHARE = 0.2, 0.1
# What an area gets of the lines in it, and its parent of those: articles split in two stay whole.
_OWN, _PARENT = 1.0, 0.5
# Fewer points are no article.
_ENOUGH = 1.0
# An area before the title is hardly the article; one after it loses half its points in so many lines.
_BEFORE_TITLE, _HALVED = 0.1, 60
# A neighbouring area is taken in when it holds so much prose for its size, and is not all chaff.
_WORTH_TAKING, _PURE = 0.15, 0.7
# An area is named by itself and by those around it, so many in all.
_OUT = 4
_WRAPPERS = frozenset("p li dd dt h1 h2 h3 h4 h5 h6 blockquote span font strong b em section tr table tbody".split())
UNLIKELY = re.compile(
    r"comment|pinglun|footer|foot\b|sidebar|\bside\b|relat|recommend|tuijian|\bhot|hotnews|rank|\bnav|menu|share|copyright"
    r"|breadcrumb|crumb|login|advert|\bad[-_\s]|banner|qrcode|erweima|toolbar|pager\b|pagination|p_pages|page_?list|friend|links?\b"
    r"|disclaim|shengming|tags?\b|keywords?\b|player|video",
    re.IGNORECASE,
)


def best_area(page: Survey, title_at: int) -> Area | None:
    """The area with most points, widened to neighbours of the same article; None when nothing reads like one.

    `title_at` is the line of the title, -1 when it is not among the lines.
    """
    points: dict[int, float] = {}
    unlikely: dict[int, bool] = {}
    for line in page.lines:
        worth = _worth(line, is_unlikely(page, line.area, unlikely))
        place = _owner(page, line.area)
        for share in (_OWN, _PARENT):
            if worth and place >= 0:
                points[place] = points.get(place, 0) + worth * share
                place = page.areas[place].parent
    score = {place: sum_ * _purity(page, page.areas[place], title_at) for place, sum_ in points.items()}
    best = max(score, key=score.__getitem__, default=-1)
    if best < 0 or points[best] < _ENOUGH:
        return None
    return _widened(page, page.areas[best], unlikely)


def _worth(line: Line, unlikely: bool) -> float:
    length = len(line.text)
    if length < _SHORTEST:
        return 0.0
    marks = marks_in(line.text)
    worth = (
        min(length, _FULL_LENGTH) / _FULL_LENGTH * _LENGTH_POINTS + min(marks, _FULL_MARKS) / _FULL_MARKS * _MARK_POINTS
    )
    return worth * (1 - line.linked / length) * (_UNLIKELY_SHARE if unlikely else 1) * (1 if marks else _UNMARKED)


def _owner(page: Survey, place: int) -> int:
    """The area a line counts for: not the paragraph's own element, but what holds the paragraphs."""
    area = page.areas[place]
    alone = area.end - area.first == 1
    while area.parent >= 0 and (area.node.tag in _WRAPPERS or alone):
        place, alone = area.parent, False
        area = page.areas[place]
    return place


def is_unlikely(page: Survey, place: int, named: dict[int, bool]) -> bool:
    """Named so, or standing in an area named so; the page's own frame does not count. `named` are those looked at."""
    for _ in range(_OUT):
        if place <= 0:
            break
        area = page.areas[place]
        if place not in named:
            named[place] = bool(UNLIKELY.search(area.name))
        if named[place]:
            return True
        place = area.parent
    return False


def _purity(page: Survey, area: Area, title_at: int) -> float:
    density = page.link_density(area)
    if title_at < 0 or area.first <= title_at < area.end:
        return 1 - density
    if area.first < title_at:
        return (1 - density) * _BEFORE_TITLE
    return (1 - density) * _HALVED / (_HALVED + area.first - title_at)


def _widened(page: Survey, area: Area, unlikely: dict[int, bool]) -> Area:
    """The area, or an outer one whose further lines are mostly prose as well."""
    while area.parent > 0:
        outer = page.areas[area.parent]
        held = page.characters_in(area)
        more = list(_others(page, outer, area))
        prose = sum(len(line.text) for line in more if line.prose and not is_unlikely(page, line.area, unlikely))
        if more and (prose < held * _WORTH_TAKING or prose < sum(len(line.text) for line in more) * _PURE):
            return area
        area = outer
    return area


def _others(page: Survey, outer: Area, inner: Area) -> Iterator[Line]:
    yield from page.lines[outer.first : inner.first]
    yield from page.lines[inner.end : outer.end]
