"""Foot- and endnotes: the marks their references leave in the text, and which notes are still to be read."""

from collections.abc import Iterator

from lxml.etree import _Element

from reader.extraction.counting import numeral
from reader.extraction.formats.word.xml import W

REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


class Notes:
    """Both sorts count from 1 as their references come. Where both are there, endnotes count i, ii, iii, as Word does
    unless told otherwise: a mark must lead to one note. Numbers that begin anew on each page are not known here."""

    def __init__(self, footnotes: _Element | None, endnotes: _Element | None) -> None:
        self._held = {"footnote": _by_id(footnotes, "footnote"), "endnote": _by_id(endnotes, "endnote")}
        self._form = {"footnote": "decimal", "endnote": "lowerRoman" if self._held["footnote"] else "decimal"}
        self._marks: dict[tuple[str, str], str] = {}
        self._waiting: list[tuple[str, _Element]] = []
        self._counts = {"footnote": 0, "endnote": 0}

    def mark(self, sort: str, note: str, own: str = "") -> str:
        """The mark of a reference, [1]; `own` is the sign its author chose for it."""
        key = (sort, note)
        if key not in self._marks:
            if not own:
                self._counts[sort] += 1
            self._marks[key] = f"[{own or numeral(self._counts[sort], self._form[sort])}]"
            if note in self._held[sort]:
                self._waiting.append((self._marks[key], self._held[sort][note]))
        return self._marks[key]

    def waiting(self) -> Iterator[tuple[str, _Element]]:
        """Mark and content of the notes referred to, in order; reading one may refer to more."""
        while self._waiting:
            yield self._waiting.pop(0)


def _by_id(root: _Element | None, sort: str) -> dict[str, _Element]:
    """Without the lines that part notes from the text, which are kept as notes of a type of their own."""
    nodes = root.findall(f"{W}{sort}") if root is not None else []
    return {node.get(f"{W}id", ""): node for node in nodes if node.get(f"{W}type", "normal") == "normal"}
