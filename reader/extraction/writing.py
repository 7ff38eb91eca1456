"""A line of text as it is written piece by piece, normalised at once, so that spans and cells know their places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.extraction.elements import collapsed
from reader.extraction.page import Cell, Span, SpanKind

Range = tuple[int, int]
Rewritten = tuple[str, dict[int, int]]
_BLANK = " \u3000"


@dataclass(slots=True)
class Writing:
    """What has been said, as elements.normalised would give it; white space at its end goes with `finish`."""

    pieces: list[str] = field(default_factory=list)
    place: int = 0
    spans: list[Span] = field(default_factory=list)
    _spaced: bool = False

    def say(self, text: str) -> None:
        said = collapsed(text)
        if not self.place:
            said = said.lstrip(_BLANK)
        elif self._spaced and said.startswith(" "):
            said = said[1:]
        if said:
            self.pieces.append(said)
            self.place += len(said)
            self._spaced = said[-1] == " "

    def mark(self, start: int, kind: SpanKind, target: str = "") -> None:
        """What was said from `start` on is of this kind; what goes on from an equal span continues it."""
        last = next((at for at, span in enumerate(reversed(self.spans)) if span.kind == kind), None)
        if last is not None and (span := self.spans[~last]).end == start and not target:
            self.spans[~last] = replace(span, end=self.place)
        elif self.place > start:
            self.spans.append(Span(start, self.place, kind, target))

    @property
    def text(self) -> str:
        return "".join(self.pieces).rstrip(_BLANK)


def rewritten(raw: str, start: int, end: int, places: Iterable[int], gaps: Iterable[Range] = ()) -> Rewritten:
    """raw[start:end] normalised, without its gaps, and where each place of it (outside ones: at the nearer end) is in
    the result."""
    left_out = dict(gaps)
    inside = {min(max(place, start), end) for place in places}
    cuts = sorted({start, end, *inside, *left_out, *left_out.values()})
    writing, at, until = Writing(), dict[int, int](), start
    for begins, ends in zip(cuts, [*cuts[1:], end], strict=True):
        at[begins] = writing.place
        until = max(until, left_out.get(begins, start))
        if begins >= until:
            writing.say(raw[begins:ends])
    return writing.text, _At(at, start, end)


class _At(dict[int, int]):
    """Places before and behind what was rewritten are at its ends."""

    def __init__(self, at: dict[int, int], start: int, end: int) -> None:
        super().__init__(at)
        self.start, self.end = start, end

    def __missing__(self, place: int) -> int:
        return self[self.start if place < self.start else self.end]


def fitted(text: str, start: int, end: int) -> tuple[int, int]:
    """The places without blanks at either end, inside the text."""
    end = min(end, len(text))
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, max(start, end)


def fitted_spans(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans in the order of their places; those of a kind that touch are one, those of blanks alone are none."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.kind, span.start, span.end)):
        start, end = fitted(text, span.start, span.end)
        last = found[-1] if found else None
        if end <= start:
            continue
        if last and not span.target and (last.kind, last.target) == (span.kind, "") and start <= last.end:
            found[-1] = replace(last, end=max(end, last.end))
        else:
            found.append(replace(span, start=start, end=end))
    return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.kind)))


def fitted_cells(text: str, cells: list[Cell]) -> tuple[Cell, ...]:
    found = []
    for cell in cells:
        start, end = fitted(text, min(cell.start, len(text)), cell.end)
        found.append(replace(cell, start=start, end=end))
    return tuple(found)
