"""Elements become blocks of plain text: one fold over their opening, text and closing, for either parser's tree."""

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from lxml.etree import _Element, iterwalk

from reader.extraction.page import Block, Kind

# ("open", name, node), ("text", text, None) or ("close", name, node); a node's get() answers its attributes.
Event = tuple[str, str, Any]

_KINDS: dict[str, tuple[Kind, int]] = {
    "blockquote": ("quote", 0),
    "caption": ("caption", 0),
    "figcaption": ("caption", 0),
    "li": ("list", 0),
    "tr": ("table", 0),
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
}
_CAPTION_CLASSES = frozenset({"pictext", "picture-caption", "img-caption", "caption"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output q ruby rp"
    " rt s samp small span strike strong sub sup td th time tt u var wbr".split()
)
UNSEEN = frozenset("button embed head iframe input noscript object script select style svg template textarea".split())
_ZERO_WIDTH = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a\u202f]+")


def normalised(text: str) -> str:
    """Without zero-width signs; white space is one space, and none at the ends, full-width indents included."""
    return _SPACE.sub(" ", _ZERO_WIDTH.sub("", text)).strip(" \u3000")


def fragment_blocks(html: str) -> list[Block]:
    """The blocks of an HTML fragment. A <br> ends a paragraph; a table's row is one block, cells parted by 　."""
    return [block for block, _ in fold(soup_events(html))]


def fold(events: Iterator[Event]) -> Iterator[tuple[Block, str]]:
    """Each block with its area: the ids and classes of the elements it stands in, outermost first."""
    pieces: list[str] = []
    kinds: list[tuple[Kind, int]] = [("paragraph", 0)]
    areas: list[str] = [""]
    for edge, said, node in events:
        if edge == "text":
            pieces.append(said)
        elif said in _INLINE:
            pieces.append(_cell(edge, said, kinds[-1][0]))
        elif said == "br" and kinds[-1][0] == "table":
            pieces.append(" ")
        else:
            text = normalised("".join(pieces))
            if text:
                yield Block(kinds[-1][0], text, kinds[-1][1]), areas[-1]
            pieces.clear()
            if edge == "open" and said != "br":
                kinds.append(_kind(said, node, kinds[-1]))
                areas.append(f"{areas[-1]} {node.get('id') or ''} {node.get('class') or ''}")
            elif edge == "close" and said != "br":
                kinds.pop()
                areas.pop()


def _cell(edge: str, name: str, kind: Kind) -> str:
    return "\u3000" if edge == "close" and name in ("td", "th") and kind == "table" else ""


def _kind(name: str, node: Any, outer: tuple[Kind, int]) -> tuple[Kind, int]:
    if _CAPTION_CLASSES.intersection((node.get("class") or "").split()):
        return "caption", 0
    return _KINDS.get(name, outer)


def unseen(name: str, node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return name in UNSEEN or node.get("hidden") is not None or "display:none" in style


def soup_events(html: str) -> Iterator[Event]:
    """Depth first, without recursion: pages nest deeper than Python does."""
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    stack: list[tuple[Tag, Iterator]] = [(soup, iter(soup.children))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield "close", tag.name, tag
        elif isinstance(child, Tag) and not unseen(child.name, child):
            yield "open", child.name, child
            stack.append((child, iter(child.children)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield "text", str(child), None


def tree_events(root: _Element) -> Iterator[Event]:
    """The same of an lxml tree; the events of `root` itself included."""
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for edge, node in walk:
        seen = isinstance(node.tag, str)
        if edge == "start" and unseen(node.tag, node):
            walk.skip_subtree()
        elif edge == "start":
            yield "open", node.tag, node
            yield "text", node.text or "", None
        elif edge == "end" and not unseen(node.tag, node):
            yield "close", node.tag, node
        if (edge == "end" or not seen) and node is not root:
            yield "text", node.tail or "", None
