"""An HTML fragment becomes blocks: BeautifulSoup's tree folded into lines, markers, spans and cells beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement, PreformattedString

from reader.extraction.elements import EMPHASIS, NOTE_BLOCK, NOTE_MARK, SLANTED, normalised, unseen
from reader.extraction.folding import CELLS, Fold, parts_of
from reader.extraction.grids import Grid
from reader.extraction.lists import Lists
from reader.extraction.page import Block, Cell, Span, SpanKind
from reader.extraction.writing import fitted_cells, fitted_spans, rewritten

_SPANS: dict[str, SpanKind] = {
    **dict.fromkeys(EMPHASIS, "bold"),
    **dict.fromkeys(SLANTED, "emphasis"),
    NOTE_MARK: "note",
}


@dataclass(slots=True)
class _Mark:
    """A span by the pieces of the line that it covers; `end` is None while its element is open."""

    name: str
    first: int
    target: str = ""
    end: int | None = None


class _Blocks(Fold):
    """`marks` are the line's spans, those of elements still open among them; `cells` the row's, both by pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.leading: list[str] = []
        self.plain = False
        self.marks: list[_Mark] = []
        self.cells: list[Cell] = []
        self.grids: list[Grid] = []
        self.lists = Lists()
        self.note = ""

    def say(self, text: str) -> None:
        super().say(text)
        if not self.plain:
            self.plain = not (self.emphasis or text.isspace())
            if not self.plain:
                self.leading.append(text)

    def open(self, name: str, node: Any) -> bool:
        block = super().open(name, node)
        self.note = node.get(NOTE_BLOCK) or self.note
        if name in _SPANS:
            self.marks.append(_Mark(name, len(self.pieces), node.get("target") or ""))
        elif self.sorts[-1][0] == "table":
            self._open_table(name, node)
        else:
            self.lists.open(name, node)
        return block

    def _open_table(self, name: str, node: Any) -> None:
        if name == "table":
            self.grids.append(Grid())
        elif self.grids and name in CELLS:
            self.cells.append(self.grids[-1].cell(name, node, len(self.pieces)))
        elif self.grids:
            self.grids[-1].open(name)

    def close(self, name: str, block: bool, node: Any = None) -> None:
        in_table = self.sorts[-1][0] == "table"
        if in_table and self.cells and name in CELLS:
            self.cells[-1] = replace(self.cells[-1], end=len(self.pieces))
        super().close(name, block, node)
        if name in _SPANS:
            self._close_mark(name)
        elif in_table:
            self._close_table(name)
        else:
            self.lists.close(name)

    def _close_table(self, name: str) -> None:
        if name == "tr":
            self.cells = []
        elif name == "table" and self.grids:
            self.grids.pop()
        elif self.grids:
            self.grids[-1].close(name)

    def _close_mark(self, name: str) -> None:
        mark = next((mark for mark in reversed(self.marks) if mark.name == name and mark.end is None), None)
        if mark:
            mark.end = len(self.pieces)

    def flush(self) -> None:
        joined = "".join(self.pieces)
        for start, end in parts_of(joined, self.sorts[-1]):
            if block := self._block(joined, start, end):
                self.found.append(block)
        self.pieces.clear()
        self.linked, self.cells, self.plain = 0, [], False
        self.leading.clear()
        self.marks = [_Mark(mark.name, 0, mark.target) for mark in self.marks if mark.end is None]

    def _block(self, joined: str, start: int, end: int) -> Block | None:
        text = normalised(joined[start:end])
        if not text:
            return None
        kind, level = self.sorts[-1]
        lead = len(normalised("".join(self.leading))) if self.leading and not start else 0
        marker = ""
        if kind == "list":
            level, marker = self.lists.level, self.lists.marker(text)
        elif kind == "note":
            marker, self.note = self.note, ""
        block = Block(kind, text, level, min(lead, len(text)), marker)
        return self._marked(block, joined, start, end) if self.marks or self.cells else block

    def _marked(self, block: Block, joined: str, start: int, end: int) -> Block:
        """The block with its spans and cells, from places among the pieces to places in the text."""
        raw = [0, *accumulate(map(len, self.pieces))]
        last = len(self.pieces)
        marks = [(mark, raw[mark.first], raw[last if mark.end is None else min(mark.end, last)]) for mark in self.marks]
        cells = [(cell, raw[min(cell.start, last)], raw[min(cell.end, last)]) for cell in self.cells]
        text, at = rewritten(joined, start, end, [place for _, *places in (*marks, *cells) for place in places])
        if text != block.text:
            return block
        marks = [(mark, a, b) for mark, a, b in marks if mark.target or mark.name != NOTE_MARK]
        spans = [Span(at[a], at[b], _SPANS[mark.name], mark.target) for mark, a, b in marks]
        placed = [replace(cell, start=at[a], end=at[b]) for cell, a, b in cells]
        return replace(block, spans=fitted_spans(text, spans), cells=fitted_cells(text, placed))


def _is_text(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def fragment_blocks(html: str) -> list[Block]:
    """The blocks of an HTML fragment. Depth first, without recursion: pages nest deeper than Python does.

    `lead` of a block that is emphasised from end to end is its whole length.
    """
    fold = _Blocks()
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    stack: list[tuple[Tag, bool, Iterator]] = [(soup, False, iter(soup.contents))]
    while stack:
        tag, block, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            fold.close(tag.name, block, tag)
        elif isinstance(child, Tag):
            if not unseen(child.name, child):
                stack.append((child, fold.open(child.name, child), iter(child.contents)))
        elif _is_text(child) and (fold.pieces or not child.isspace()):
            fold.say(str(child))
    fold.flush()
    return fold.found
