"""Memos in a REFI-QDA project: notes of their own, that the project, its codes and its sources refer to."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import SubElement, _Element

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.refi.codes import PROJECT, memo_guid


@dataclass(frozen=True, slots=True)
class Memo:
    """What is thought about the thing that `on` names, and that thing's title."""

    on: tuple[object, ...]
    title: str
    text: str


def add_memos(project: _Element, document: Document) -> None:
    """Append the notes, then the project's reference to its own, as the schema orders them."""
    found = list(_memos(document))
    if not found:
        return
    notes = SubElement(project, f"{{{PROJECT}}}Notes")
    for memo in found:
        note = SubElement(notes, f"{{{PROJECT}}}Note", guid=memo_guid(document, *memo.on), name=legal(memo.title))
        SubElement(note, f"{{{PROJECT}}}PlainTextContent").text = legal(memo.text)
    if document.memo:
        refer(project, document, "project")


def refer(element: _Element, document: Document, *on: object) -> None:
    """Append the element's reference to its memo."""
    SubElement(element, f"{{{PROJECT}}}NoteRef", targetGUID=memo_guid(document, *on))


def _memos(document: Document) -> Iterator[Memo]:
    if document.memo:
        yield Memo(("project",), document.title, document.memo)
    yield from (Memo(("code", *theme.path), theme.name, theme.memo) for theme in document.themes if theme.memo)
    yield from (
        Memo(("source", article.id), article.title, article.memo) for article in document.articles if article.memo
    )
