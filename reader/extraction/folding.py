"""Elements become lines of plain text: one fold over their opening, text and closing, for either parser's tree."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from reader.extraction.elements import EMPHASIS, INLINE, PARAGRAPH, ROWS, Sort, normalised, sort_of, unseen
from reader.extraction.page import Block


class Fold:
    """A <br> ends a line, as a block element's edges do; a table's row is one line, its cells parted by 　."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.leading: list[str] = []
        self.linked = self.links = self.emphasis = 0
        self.plain = False
        self.sorts: list[Sort] = [PARAGRAPH]
        self.blocks: list[bool] = []

    def emit(self, text: str, lead: int) -> None:
        """A line has ended; its kind and level are the innermost of `sorts`."""
        raise NotImplementedError

    def say(self, text: str | None) -> None:
        if not text or (not self.pieces and text.isspace()):
            return
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())
        if not self.plain:
            if self.emphasis or text.isspace():
                self.leading.append(text)
            else:
                self.plain = True

    def open(self, name: str, node: Any) -> bool:
        """Whether the element is a block."""
        outer = self.sorts[-1]
        block = name not in INLINE if outer[0] != "table" else name in ROWS
        if block and name != "br":
            self.flush()
            self.sorts.append(sort_of(name, node, outer))
        elif name == "a":
            self.links += 1
        elif name == "br":
            self.break_line(block)
            block = False
        elif name in EMPHASIS:
            self.emphasis += 1
        self.blocks.append(block)
        return block

    def close(self, name: str) -> None:
        if self.blocks.pop():
            self.flush()
            self.sorts.pop()
        elif name == "a":
            self.links -= 1
        elif name in EMPHASIS:
            self.emphasis -= 1
        elif name in ("td", "th"):
            self.say("\u3000")

    def break_line(self, ends: bool) -> None:
        if ends:
            self.flush()
        else:
            self.pieces.append(" ")

    def flush(self) -> None:
        if self.pieces:
            text = normalised("".join(self.pieces))
            if text:
                self.emit(text, len(normalised("".join(self.leading))) if self.leading else 0)
            self.pieces.clear()
            self.leading.clear()
        self.linked, self.plain = 0, False


class _Blocks(Fold):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []

    def emit(self, text: str, lead: int) -> None:
        kind, level = self.sorts[-1]
        self.found.append(Block(kind, text, level, lead))


def fragment_blocks(html: str) -> list[Block]:
    """The blocks of an HTML fragment. Depth first, without recursion: pages nest deeper than Python does.

    `lead` of a block that is emphasised from end to end is its whole length.
    """
    fold = _Blocks()
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    stack: list[tuple[Tag, Iterator]] = [(soup, iter(soup.contents))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                fold.close(tag.name)
        elif isinstance(child, Tag):
            if not unseen(child.name, child):
                fold.open(child.name, child)
                stack.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            fold.say(str(child))
    fold.flush()
    return fold.found
