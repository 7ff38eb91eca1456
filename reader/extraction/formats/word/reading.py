"""A Word document's parts become blocks, in the order in which they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from reader.extraction.formats.word.notes import Notes
from reader.extraction.formats.word.numbering import Number, Numbering
from reader.extraction.formats.word.package import Parts
from reader.extraction.formats.word.runs import Line, Reader, bold_lead, chosen, lettering
from reader.extraction.formats.word.styles import Style, Styles
from reader.extraction.formats.word.tables import table_blocks
from reader.extraction.formats.word.xml import MC, W, flag, number, value
from reader.extraction.page import Block, Kind

_CONTENTS = re.compile(r"(?:toc|目录)\s*(\d)", re.IGNORECASE)
_TITLES = frozenset({"title", "标题", "题目", "文章标题"})
# Styles by the beginnings of their names, which Word and WPS write in English or Chinese.
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("caption", "caption"),
    ("题注", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
    ("引用", "quote"),
    ("明显引用", "quote"),
    ("list", "list"),
    ("列表", "list"),
)
# A heading is a line; a style's outline level on a longer one is a paragraph's.
_LONGEST_HEADING = 120
_TRANSPARENT = frozenset(
    W + name for name in "sdt sdtContent customXml ins moveTo smartTag hyperlink fldSimple dir bdo".split()
)


@dataclass
class Reading:
    """What reading a document needs to know of what was read before. `title` are the first lines styled as one;
    `carried` is a paragraph whose end a revision took away, `cells` how many table cells the place stands in."""

    parts: Parts
    styles: Styles
    numbering: Numbering
    notes: Notes
    title: list[str] = field(default_factory=list)
    titled: bool = False
    carried: Reader | None = None
    cells: int = 0

    @classmethod
    def of(cls, parts: Parts) -> "Reading":
        notes = Notes(parts.footnotes, parts.endnotes)
        return cls(parts, Styles(parts.styles), Numbering(parts.numbering), notes)

    def blocks(self) -> Iterator[Block]:
        """The body's blocks, then its notes."""
        body = self.parts.document.find(f"{W}body")
        if body is not None:
            yield from self.within(body)
        for mark, note in self.notes.waiting():
            marker = mark
            for block in self.within(note):
                yield replace(block, kind="note", level=0, lead=0, marker=marker, cells=())
                marker = ""

    def within(self, container: _Element) -> Iterator[Block]:
        """The blocks of a body, a box or a note."""
        outer, self.carried = self.carried, None
        yield from self._children(container)
        if self.carried:
            yield from self._finished(self.carried, Style(), None, 0)
        self.carried = outer

    def heads(self) -> Iterator[str]:
        """The lines of page headers and footers."""
        for head in self.parts.heads:
            yield from (block.text for block in self.within(head))

    def _cell(self, cell: _Element) -> Iterator[Block]:
        self.cells += 1
        yield from self.within(cell)
        self.cells -= 1

    def _children(self, container: _Element) -> Iterator[Block]:
        for node in container:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from table_blocks(node, self._cell)
            elif node.tag == f"{MC}AlternateContent":
                yield from self._children(chosen(node))
            elif node.tag in _TRANSPARENT:
                yield from self._children(node)

    def _paragraph(self, node: _Element) -> Iterator[Block]:
        """Where a revision took away its end, a paragraph goes on in the next, and is what that one is."""
        style = self.styles.of(value(node, "pPr/pStyle") or self.styles.ordinary)
        reader = self.carried or Reader(self.styles, self.notes)
        reader.read(node, style)
        if _is_open(node):
            self.carried = reader
            return
        self.carried = None
        yield from self._finished(reader, style, self._number(node, style), _outline(node, style))

    def _number(self, node: _Element, style: Style) -> Number | None:
        """Every paragraph of a list counts, an empty one too."""
        said = value(node, "pPr/numPr/numId")
        one = said or style.numbered or ""
        if one in ("", "0"):
            return None
        at = number(node, "pPr/numPr/ilvl")
        if at is None and not said:
            at = style.level
        if at is None:
            at = self.numbering.level_of(one, value(node, "pPr/pStyle") or self.styles.ordinary)
        return self.numbering.next(one, at)

    def _finished(self, reader: Reader, style: Style, counted: Number | None, outline: int) -> Iterator[Block]:
        inline = reader.finish()
        for box in inline.before:
            yield from self._box(box)
        for at, line in enumerate(inline.lines):
            yield self._block(line, style, None if at else counted, outline)
        if not inline.lines and self.cells and counted and not counted.bullet and counted.text:
            yield Block("paragraph", counted.text)
        for box in inline.after:
            yield from self._box(box)

    def _box(self, box: _Element) -> Iterator[Block]:
        if said := lettering(box).strip():
            yield Block("paragraph", said)
        else:
            yield from self.within(box)

    def _block(self, line: Line, style: Style, counted: Number | None, outline: int) -> Block:
        self._note_title(line, style)
        if counted and counted.bullet:
            return Block("list", line.text, counted.level, marker=counted.text, spans=line.spans)
        text = counted.before(line.text) if counted else line.text
        moved = len(text) - len(line.text)
        spans = tuple(replace(span, start=span.start + moved, end=span.end + moved) for span in line.spans)
        kind, level = _kind(style, line.text, outline)
        level = counted.level if kind == "list" and counted else level
        lead = bold_lead(line) if kind == "paragraph" else 0
        return Block(kind, text, level, lead + moved if lead else 0, spans=spans)

    def _note_title(self, line: Line, style: Style) -> None:
        """A title may be of several lines, one after the other."""
        named = (style.name or "").strip().lower() in _TITLES
        if named and (self.titled or not self.title):
            self.title.append(line.text)
        self.titled = named


def _is_open(node: _Element) -> bool:
    """Whether the sign at the paragraph's end was deleted, moved away or hidden."""
    sign = node.find(f"{W}pPr/{W}rPr")
    return sign is not None and (
        sign.find(f"{W}del") is not None or sign.find(f"{W}moveFrom") is not None or bool(flag(sign, "vanish"))
    )


def _outline(node: _Element, style: Style) -> int:
    own = number(node, "pPr/outlineLvl")
    return (style.outline or 0) if own is None else own + 1 if own < 9 else 0


def _kind(style: Style, text: str, outline: int) -> tuple[Kind, int]:
    name = (style.name or "").lower()
    if contents := _CONTENTS.match(name):
        return "list", int(contents[1]) - 1
    if outline and len(text) <= _LONGEST_HEADING:
        return "heading", min(outline, 6)
    kind = next((kind for beginning, kind in _KINDS if name.startswith(beginning)), None)
    return kind or "paragraph", 0
