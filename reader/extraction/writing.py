"""A line of text as it is written piece by piece, normalised at once, so that spans and cells know their places."""

from dataclasses import dataclass, field, replace

from reader.extraction.elements import collapsed
from reader.extraction.page import Cell, Span, SpanKind

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


def fitted(text: str, start: int, end: int) -> tuple[int, int]:
    """The places without blanks at either end, inside the text."""
    end = min(end, len(text))
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, max(start, end)


def fitted_spans(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans in the order of their places; of nothing but blanks there is none."""
    found = []
    for span in spans:
        start, end = fitted(text, span.start, span.end)
        if end > start:
            found.append(replace(span, start=start, end=end))
    return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.kind)))


def fitted_cells(text: str, cells: list[Cell]) -> tuple[Cell, ...]:
    found = []
    for cell in cells:
        start, end = fitted(text, min(cell.start, len(text)), cell.end)
        found.append(replace(cell, start=start, end=end))
    return tuple(found)
