"""Elements become lines of plain text: one fold over their opening, text and closing, for either parser's tree."""

import re
from typing import Any

from reader.extraction.elements import (
    EMPHASIS,
    INLINE,
    PARAGRAPH,
    ROWS,
    Sort,
    is_preformatted,
    normalised,
    sort_of,
)

# Stands for the end of a line where lines are kept as they are written; decode() lets no control character through.
LINE_END = "\x1e"
# Old pages set paragraphs apart with two full-width spaces and nothing else. Costs: two spaces after a full stop
# inside one paragraph make it two; no text is lost.
_INDENT = re.compile(f"{LINE_END}|[\r\n][ \t\u00a0]*\u3000{{2,}}|(?<=[。！？…”：；])[ \t\u00a0]*\u3000{{2,}}")


def parts_of(text: str, sort: Sort) -> list[tuple[int, int]]:
    """Where the paragraphs stand in a text that no element parts; a table's row is one."""
    if sort[0] == "table" or not ("\u3000\u3000" in text or LINE_END in text):
        return [(0, len(text))]
    gaps = [match.span() for match in _INDENT.finditer(text)]
    return list(zip((0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text)), strict=True))


CELLS = frozenset({"td", "th"})
CELL_END = "\u3000"
_APART = (" ", "\n", CELL_END)


class Fold:
    """A <br> ends a line, as a block element's edges do; a table's row is one line, its cells parted by 　."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = self.links = self.emphasis = 0
        self.sorts: list[Sort] = [PARAGRAPH]
        self.preformatted: list[Any] = []

    def emit(self, text: str) -> None:
        """A line has ended; its kind and level are the innermost of `sorts`."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Text of the line; white space before its first is none of it."""
        self.pieces.append(text.replace("\n", LINE_END) if self.preformatted else text)
        if self.links:
            self.linked += len(text.strip())

    def open(self, name: str, node: Any) -> bool:
        """Whether the element is a block, as `close` is to be told."""
        outer = self.sorts[-1]
        block = name not in INLINE if outer[0] != "table" else name in ROWS
        if (name == "pre" or node.get("style")) and is_preformatted(name, node):
            self.preformatted.append(node)
        if name == "br":
            self.break_line(block)
            return False
        if block:
            if self.pieces:
                self.flush()
            self.sorts.append(sort_of(name, node, outer))
        elif name == "a":
            self.links += 1
        elif name in EMPHASIS:
            self.emphasis += 1
        elif outer[0] == "table":
            self.part(name)
        return block

    def close(self, name: str, block: bool, node: Any = None) -> None:
        if block:
            if self.pieces:
                self.flush()
            self.sorts.pop()
        elif name == "a":
            self.links -= 1
        elif name in EMPHASIS:
            self.emphasis -= 1
        elif self.sorts[-1][0] == "table":
            self.end_cell() if name in CELLS else self.part(name)
        if self.preformatted and self.preformatted[-1] is node:
            self.preformatted.pop()

    def end_cell(self) -> None:
        if self.pieces and self.pieces[-1] == " ":
            self.pieces.pop()
        self.say(CELL_END)

    def part(self, name: str) -> None:
        """The edge of an element in a table's row: paragraphs of a cell stand apart, as lines broken inside it do."""
        if name not in INLINE and name not in CELLS and self.pieces and not self.pieces[-1].endswith(_APART):
            self.pieces.append(" ")

    def break_line(self, ends: bool) -> None:
        if ends:
            self.flush()
        else:
            self.pieces.append(" ")

    def flush(self) -> None:
        joined = "".join(self.pieces)
        for start, end in parts_of(joined, self.sorts[-1]):
            if text := normalised(joined[start:end]):
                self.emit(text)
                self.linked = 0
        self.pieces.clear()
        self.linked = 0
