"""The outline of a PDF: its headings, each closed over those below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotations.exports.pdf.objects import Writer, text


@dataclass(slots=True)
class Entry:
    """A heading: its depth from 1, and where it is, as PDF writes a destination."""

    level: int
    title: str
    destination: bytes
    below: list["Entry"] = field(default_factory=list)
    number: int = 0


def write_outline(writer: Writer, root: int, entries: Sequence[Entry]) -> None:
    """Write the entries as the object `root` and those it needs."""
    top = Entry(0, "", b"", number=root)
    over = [top]
    first = writer.take(len(entries))
    for number, entry in enumerate(entries, start=first):
        entry.number = number
        while over[-1].level >= entry.level:
            over.pop()
        over[-1].below.append(entry)
        over.append(entry)
    writer.put(root, b"<</Type/Outlines", _family(top, closed=False), b">>")
    for parent in (top, *entries):
        _write_below(writer, parent)


def _write_below(writer: Writer, parent: Entry) -> None:
    for place, entry in enumerate(parent.below):
        before = b"/Prev %d 0 R" % parent.below[place - 1].number if place else b""
        behind = b"/Next %d 0 R" % parent.below[place + 1].number if place + 1 < len(parent.below) else b""
        said = b"<</Title%s/Parent %d 0 R/Dest%s" % (text(entry.title), parent.number, entry.destination)
        writer.put(entry.number, said, before, behind, _family(entry, closed=True), b">>")


def _family(entry: Entry, *, closed: bool) -> bytes:
    if not entry.below:
        return b""
    count = -len(entry.below) if closed else len(entry.below)
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entry.below[0].number, entry.below[-1].number, count)
