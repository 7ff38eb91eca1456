"""A newspaper's smaller lines around a title: the one above it (引题) and the one below (副题)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.extraction.boilerplate import rule_of
from reader.extraction.metadata import tell
from reader.extraction.survey import Line, Survey
from reader.extraction.titles import Title, bare

_ABOVE = re.compile(
    r"(?:pre|intro|shoulder|over|up|top|sup|jian)[-_]?(?:title|tit|headline|line|biaoti)|kicker|eyebrow|yinti|jianti",
    re.IGNORECASE,
)
_BELOW = re.compile(r"(?:sub|second|fu)[-_]?(?:title|tit|head\w*|biaoti)|futi|subhead", re.IGNORECASE)
_SMALLER = frozenset({"h2", "h3", "h4", "h5"})
_DASHED = re.compile(r"[—–-]{2}\s*\S")
# One may stand so many lines from the title; longer lines are summaries.
_REACH, _SHORTEST, _LONGEST = 2, 4, 80


@dataclass(frozen=True, slots=True)
class Headlines:
    """`lines` are their places among the page's."""

    overline: str = ""
    subtitle: str = ""
    lines: frozenset[int] = frozenset()


def headlines_of(page: Survey, title: Title, above: Sequence[Line]) -> Headlines:
    """The lines around a title that stands above the article's container."""
    if not 0 <= title.line < len(above):
        return Headlines()
    over = next((at for at in _places(title.line - 1, -1) if at >= 0 and _is(page, at, title, _ABOVE)), None)
    under = next((at for at in _places(title.end, 1) if at < len(above) and _is(page, at, title, _BELOW)), None)
    text = [above[at].text if at is not None else "" for at in (over, under)]
    return Headlines(text[0], text[1], frozenset(at for at in (over, under) if at is not None))


def _places(first: int, step: int) -> range:
    return range(first, first + _REACH * step, step)


def _is(page: Survey, at: int, title: Title, name: re.Pattern[str]) -> bool:
    """By its class, by the dash before it, or as a smaller heading beside the title's."""
    line = page.lines[at]
    area = page.areas[line.area]
    if line.linked or not _SHORTEST <= len(line.text) <= _LONGEST or bare(line.text) == bare(title.text):
        return False
    beside = at in (title.line - 1, title.end)
    heading = page.areas[page.lines[title.line].area]
    together = beside and area.node.tag in _SMALLER and area.node.getparent() is heading.node.getparent()
    dashed = name is _BELOW and beside and bool(_DASHED.match(line.text))
    telling = rule_of(line.text) is not None or tell({}, line.text, strictly=True)
    return (bool(name.search(area.name)) or together or dashed) and not telling
