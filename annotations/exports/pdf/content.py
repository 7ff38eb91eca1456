"""What a PDF says, in order: elements of lines of spans, which `report.typ` sets and never reads as markup."""

import re
from dataclasses import dataclass
from typing import Any

from annotations.exports.characters import legal


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one look. `fill` and `line` are the colours behind and below it, `dot` that of a square before it.

    `to` is where it leads: a web address, or `place:` and a place's name. `places` begin right before it. What is
    `whole` stays on one line. Emphasis is `dotted`.
    """

    text: str
    fill: str = ""
    line: str = ""
    dot: str = ""
    to: str = ""
    raised: bool = False
    whole: bool = False
    places: tuple[str, ...] = ()
    bold: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Spans on one line, or more where they are longer; `kind` is its look."""

    spans: tuple[Span, ...]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a cell stands in its table's grid, from 0, and how many columns and rows it takes."""

    x: int
    y: int
    columns: int
    rows: int
    header: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A block of the page. `kind` is its look, `number` stands beside it, `colour` is that of its rule.

    A `place` is what links lead to, `title` what they and the outline call it. Headings have a `level` from 1, lists
    from 0. A table has a line for each of its `boxes`.
    """

    kind: str
    lines: tuple[Line, ...]
    place: str = ""
    title: str = ""
    level: int = 0
    number: str = ""
    colour: str = ""
    boxes: tuple[Box, ...] = ()

    @property
    def size(self) -> int:
        """Its characters, and as many as each of its lines costs."""
        return sum(20 + sum(len(span.text) for span in line.spans) for line in self.lines)


SCHEME = "place:"
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)")


def to(place: str) -> str:
    return f"{SCHEME}{place}"


def element(kind: str, text: str, place: str = "", *, title: str = "", level: int = 0) -> Element:
    """An element that says one text, line by line."""
    return Element(kind, lines(text), place, title, level)


def dated(text: str) -> tuple[Span, ...]:
    """The text with each day and minute whole: not broken at the hyphens."""
    return tuple(Span(part, whole=bool(place % 2)) for place, part in enumerate(_DAY.split(text)) if part)


def lines(text: str, kind: str = "plain") -> tuple[Line, ...]:
    """The text's lines without the blank ones."""
    return tuple(Line((Span(line),), kind) for line in text.splitlines() if line.strip())


def data(part: Span | Line | Element | Box) -> dict[str, Any]:
    """As the template reads it."""
    values = ((name, getattr(part, name)) for name in part.__slots__)
    return {name: legal(value) if isinstance(value, str) else value for name, value in values}
