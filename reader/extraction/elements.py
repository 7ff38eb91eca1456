"""What HTML's elements mean here: which are never seen, which stand inside a line, which kind of block they make."""

import re
from typing import Any

from reader.extraction.invisible_signs import ODD, plain
from reader.extraction.page import Kind
from reader.extraction.styles import PRE

Sort = tuple[Kind, int]
PARAGRAPH: Sort = ("paragraph", 0)
KINDS: dict[str, Sort] = {
    "blockquote": ("quote", 0),
    "caption": ("caption", 0),
    "figcaption": ("caption", 0),
    "li": ("list", 0),
    "table": ("table", 0),
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
}
CAPTION_CLASSES = frozenset({"caption", "img-caption", "img_desc", "img_descr", "picture-caption", "pictext"})
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr o:p output q ruby"
    " rp rt s samp small span strike strong sub sup time tt u var wbr note-mark".split()
)
# Inside a table of data only these part its lines: a row is one line, whatever stands in its cells.
ROWS = frozenset("caption table tbody tfoot thead tr".split())
EMPHASIS = frozenset({"b", "strong"})
SLANTED = frozenset({"em", "i"})
# Stands for the link of a note's mark; its `target` is the mark.
NOTE_MARK = "note-mark"
# The attribute of an element that holds a note; it says the mark.
NOTE_BLOCK = "note-block"
# These change nothing about the line they stand in.
PLAIN = INLINE - EMPHASIS - {"a", NOTE_MARK}
UNSEEN = frozenset(
    "audio button canvas datalist embed head iframe input map noscript object option script select style svg template"
    " textarea title video".split()
)
# Most lines have nothing of either sort: one look costs less than two replacements.
_ODD = re.compile(f"[{ODD}\t\r\n\f\v\u00a0\u2002-\u200a\u202f]| {{2}}")
# Of those, what never holds an article.
SILENT = UNSEEN - {"iframe", "noscript", "template", "textarea"}
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a\u202f]+")


def normalised(text: str) -> str:
    """Without signs that are never seen; white space is one space, none at the ends, full-width indents included."""
    return collapsed(text).strip(" \u3000")


def collapsed(text: str) -> str:
    """The same with what white space there is at the ends."""
    return _SPACE.sub(" ", plain(text)) if _ODD.search(text) else text


def unseen(name: str, node: Any) -> bool:
    """Never shown, or hidden by the element's own attributes. `node` is of either parser's tree."""
    return name in UNSEEN or node.get("hidden") is not None or hides(node.get("style"))


def is_preformatted(name: str, node: Any) -> bool:
    """Lines end where the source's do. `node` is of either parser's tree."""
    return name == "pre" or bool((style := node.get("style")) and "white-space" in style and PRE.search(style))


def hides(style: str | None) -> bool:
    return style is not None and "display:none" in style.replace(" ", "").lower()


def sort_of(name: str, node: Any, outer: Sort) -> Sort:
    """The kind and level of text in this element, which stands in one of kind `outer`."""
    if outer[0] == "note" or node.get(NOTE_BLOCK):
        return ("note", 0)
    if name == "table" and node.get("role") == "presentation":
        return PARAGRAPH
    classes = node.get("class")
    if classes and not CAPTION_CLASSES.isdisjoint(classes.split()):
        return ("caption", 0)
    return KINDS.get(name, outer)
