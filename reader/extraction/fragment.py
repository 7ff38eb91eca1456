"""The container's blocks: BeautifulSoup reads the fragment, in which marks stand for the widgets that were there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import Comment, ProcessingInstruction, _Element, strip_tags, tostring

from reader.extraction.elements import INLINE, NOTE_BLOCK, NOTE_MARK, PLAIN, SLANTED, is_preformatted, unseen
from reader.extraction.fragment_blocks import fragment_blocks
from reader.extraction.html_notes import note_links
from reader.extraction.page import Block
from reader.extraction.survey import Area, Survey
from reader.extraction.widgets import Widget
from reader.extraction.writing import fitted_cells, fitted_spans, rewritten

# Noncharacters: decode() lets none through, so no page has them.
_OPENS, _MARK = "\ufdd0", re.compile("\ufdd0(\\d+)\ufdd1")
# BeautifulSoup takes about a kilobyte and 20 µs a node, and its parser goes only so deep: beyond these, lxml's own
# lines serve.
_MOST_NODES = 20_000
_DEEPEST = 200
# An entry of a list has so many lines: headline, summary, source, time.
_ENTRY = 5
_SILENT = (*(PLAIN - SLANTED), "a")
_TELLING = frozenset({"class", "colspan", "role", "rowspan", "start", "type", "value"})


@dataclass(frozen=True, slots=True)
class Item:
    """A block of the container; a `widget` is one that is not the article's. `linked` characters stand in links;
    `beside_link`: it shares a small element with a line that is a link, as a list's summaries do."""

    block: Block
    widget: bool = False
    linked: int = 0
    beside_link: bool = False


def read_fragment(page: Survey, area: Area, widgets: list[Widget]) -> list[Item]:
    """What stands in the container, in order. The tree is changed: widgets leave it."""
    if _is_deep(area.node) or sum(1 for _ in area.node.iter()) > _MOST_NODES:
        return _from_lines(page, area, widgets)
    for number, widget in enumerate(widgets):
        _replace(widget.node, f"\ufdd0{number}\ufdd1")
    notes = note_links(area.node)
    for note in notes:
        note.link.tag = NOTE_MARK
    _simplify(area.node)
    for note in notes:
        note.link.set("target", note.mark)
        note.note.set(NOTE_BLOCK, note.mark)
    if any(is_preformatted(str(outer.tag), outer) for outer in area.node.iterancestors()):
        area.node.set("style", "white-space:pre")
    html = tostring(area.node, encoding="unicode", method="html", with_tail=False)
    linked = {line.text: line.linked for line in page.lines[area.first : area.end] if line.linked}
    beside = _beside_links(page, area) if linked else frozenset()
    items = (item for block in fragment_blocks(html) for item in _items(block, widgets))
    return [replace(one, linked=linked.get(text := one.block.text, 0), beside_link=text in beside) for one in items]


def _beside_links(page: Survey, container: Area) -> frozenset[str]:
    """The lines in small elements that hold a link of a line's length."""
    small = (area for area in page.within(container) if 2 <= area.end - area.first <= _ENTRY)
    found = (page.lines[area.first : area.end] for area in small)
    return frozenset(
        line.text for lines in found if any(one.linked * 2 > len(one.text) for one in lines) for line in lines
    )


def _is_deep(node: _Element) -> bool:
    below, depth = [node], 0
    while below and depth <= _DEEPEST:
        below, depth = [child for one in below for child in one if len(child)], depth + 1
    return depth > _DEEPEST


def _replace(node: _Element, mark: str) -> None:
    """The mark in the node's place: inside the line for an inline element, as a line of its own for a block."""
    tail = node.tail
    inline = node.tag in INLINE
    node.clear()
    node.tag, node.text, node.tail = ("span" if inline else "div"), mark, tail


def _simplify(container: _Element) -> None:
    """Without what says nothing of its lines: hidden and plain elements, comments, attributes. What is left costs
    BeautifulSoup half as much."""
    for node in list(container.iterdescendants("*")):
        if unseen(str(node.tag), node):
            node.clear(keep_tail=True)
            node.tag = "span"
        elif node.keys():
            telling = [(name, value) for name, value in node.items() if name in _TELLING or _is_kept(name, value)]
            node.attrib.clear()
            node.attrib.update(telling)
    strip_tags(container, Comment, ProcessingInstruction, *_SILENT)


def _is_kept(name: str, value: str) -> bool:
    return name == "style" and "white-space" in value


def _items(block: Block, widgets: list[Widget]) -> Iterator[Item]:
    """The line without its widgets, and these after it, or before it where the line begins with one."""
    marks = list(_MARK.finditer(block.text))
    kept = _without(block, [mark.span() for mark in marks]) if marks else block
    taken = [Item(Block("paragraph", line), widget=True) for mark in marks for line in widgets[int(mark[1])].lines]
    first = taken if block.text.startswith(_OPENS) else []
    yield from first
    if kept.text:
        yield Item(kept)
    yield from () if first else taken


def _without(block: Block, gaps: list[tuple[int, int]]) -> Block:
    """The block without the gaps in its text; its spans and cells stay on what they were on."""
    places = [(one.start, one.end) for one in block.spans] + [(one.start, one.end) for one in block.cells]
    text, at = rewritten(block.text, 0, len(block.text), [place for pair in places for place in pair], gaps)
    spans = [replace(span, start=at[span.start], end=at[span.end]) for span in block.spans]
    cells = [replace(cell, start=at[cell.start], end=at[cell.end]) for cell in block.cells]
    return replace(block, text=text, spans=fitted_spans(text, spans), cells=fitted_cells(text, cells))


def _from_lines(page: Survey, area: Area, widgets: list[Widget]) -> list[Item]:
    gone = {at for widget in widgets for at in range(widget.first, widget.end)}
    lines = ((at, page.lines[at]) for at in range(area.first, area.end))
    return [Item(Block(line.sort[0], line.text, line.sort[1]), at in gone, line.linked) for at, line in lines]
