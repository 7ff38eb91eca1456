"""Foot- and endnotes of an HTML page: links that are a note's mark, and the elements that hold the notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from reader.extraction.elements import INLINE

_MARK = re.compile(r"[\[［〔【(（]?\s*(?:注\s*)?(?:\d{1,3}|[①-⑳㉑-㊿]|[ivx]{1,6}|[*※†‡])\s*[\]］〕】)）]?$")
_BARE = re.compile(r"\w+$")
# A note is not half of the article; what is longer was led to by a table of contents.
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class NoteLink:
    """`link` stands in the text and says `mark`; `note` is the element that holds the note."""

    link: _Element
    note: _Element
    mark: str


@dataclass(frozen=True, slots=True)
class _Held:
    """What an element says, and where its links lead."""

    text: str
    leads: frozenset[str]


def note_links(container: _Element) -> list[NoteLink]:
    """The marks in the container that lead to a note further below in it. The note must lead back, or begin with the
    mark: an entry of a table of contents does neither."""
    links = [link for link in container.iter("a") if len(link.get("href") or "") > 1 and link.get("href")[0] == "#"]
    if not links:
        return []
    order = {node: at for at, node in enumerate(container.iter())}
    named = {name: node for node in order for name in (node.get("id"), node.get("name")) if name}
    # Looked at once: a hostile page leads thousands of links to one element.
    held: dict[_Element, _Held] = {}
    return [found for link in links for found in _note(link, named, order, held)]


def _note(
    link: _Element, named: dict[str, _Element], order: dict[_Element, int], held: dict[_Element, _Held]
) -> Iterator[NoteLink]:
    mark = "".join(link.itertext()).strip()
    target = named.get(link.get("href", "")[1:])
    if target is None or order[target] <= order[link] or not _MARK.match(mark):
        return
    note = _block(target, order)
    if note not in held:
        leads = frozenset(back.get("href") or "" for back in note.iter("a"))
        held[note] = _Held("".join(note.itertext()).strip(), leads)
    said = held[note]
    if note in link.iterancestors() or len(said.text) > _LONGEST:
        return
    if not said.leads.isdisjoint(_names(link)) or (not _BARE.match(mark) and said.text.startswith(mark)):
        yield NoteLink(link, note, mark)


def _block(node: _Element, order: dict[_Element, int]) -> _Element:
    """The nearest element around it that makes a block of its own."""
    while node.tag in INLINE and (outer := node.getparent()) is not None and outer in order:
        node = outer
    return node


def _names(link: _Element) -> set[str]:
    """What a link back to the mark may call it: the link itself, or what stands around it in the line."""
    around = (link, *(node for node in link.iterancestors() if node.tag in INLINE))
    return {f"#{name}" for node in around for name in (node.get("id"), node.get("name")) if name}
