"""Elements become lines of plain text: one fold over their opening, text and closing, for either parser's tree."""

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement, PreformattedString

from reader.extraction.elements import (
    EMPHASIS,
    INLINE,
    PARAGRAPH,
    ROWS,
    Sort,
    is_preformatted,
    normalised,
    sort_of,
    unseen,
)
from reader.extraction.page import Block

# Stands for the end of a line where lines are kept as they are written; decode() lets no control character through.
LINE_END = "\x1e"
# Old pages set paragraphs apart with two full-width spaces and nothing else. Costs: two spaces after a full stop
# inside one paragraph make it two; no text is lost.
_INDENT = re.compile(f"{LINE_END}|[\r\n][ \t\u00a0]*\u3000{{2,}}|(?<=[。！？…”：；])[ \t\u00a0]*\u3000{{2,}}")


def _parted(text: str) -> list[str]:
    """The paragraphs of a text that no element parts."""
    return _INDENT.split(text) if "\u3000\u3000" in text or LINE_END in text else [text]


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
        if is_preformatted(name, node):
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
        elif name in ("td", "th"):
            self.say("\u3000")
        if self.preformatted and self.preformatted[-1] is node:
            self.preformatted.pop()

    def break_line(self, ends: bool) -> None:
        if ends:
            self.flush()
        else:
            self.pieces.append(" ")

    def flush(self) -> None:
        joined = "".join(self.pieces)
        for part in _parted(joined) if self.sorts[-1][0] != "table" else (joined,):
            if text := normalised(part):
                self.emit(text)
                self.linked = 0
        self.pieces.clear()
        self.linked = 0


class _Blocks(Fold):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.leading: list[str] = []
        self.plain = False

    def say(self, text: str) -> None:
        super().say(text)
        if not self.plain:
            self.plain = not (self.emphasis or text.isspace())
            if not self.plain:
                self.leading.append(text)

    def emit(self, text: str) -> None:
        kind, level = self.sorts[-1]
        lead = len(normalised("".join(self.leading))) if self.leading else 0
        self.found.append(Block(kind, text, level, lead))

    def flush(self) -> None:
        super().flush()
        self.leading.clear()
        self.plain = False


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
