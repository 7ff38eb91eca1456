"""PDF files taken apart and put together, as far as Typst writes them: plain objects, one table of where they are."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from struct import Struct
from typing import BinaryIO
from zlib import compress

# What a reference, a key into the structure's table, or text that must be left alone begins with.
_TOKEN = re.compile(rb"\((?P<text>)|<[0-9A-Fa-f]*>|(?P<number>\d+) 0 R|(?P<key>/StructParents? )(?P<place>\d+)")
_IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
REFERENCE = re.compile(rb"(\d+) 0 R")
_STREAM = b">>\nstream\n"
_PAGE_LABEL = b"<</Type/PageLabel"
# Objects that are packed together, and a row of the table: of what kind, where, how manyeth.
TOGETHER = 200
_ROW = Struct(">BQH")


class Unbound(Exception):
    """A file is not written as expected: another version of Typst may write otherwise."""


@dataclass(frozen=True, slots=True)
class File:
    """One PDF file: its objects by number, and the numbers of those that stand for the whole."""

    objects: dict[int, bytes]
    pages: tuple[int, ...]
    structure: bytes
    whole: dict[str, int]


def taken_apart(data: bytes) -> File:
    """The file's objects, without those that a bound file has but once."""
    objects = dict(_objects(data))
    trailer = data[data.rindex(b"trailer") :]
    root = _found(rb"/Root (\d+) 0 R", trailer)
    catalog = objects[root]
    whole = {
        "root": root,
        "info": _found(rb"/Info (\d+) 0 R", trailer),
        "pages": _found(rb"/Pages (\d+) 0 R", catalog),
        "structure": _found(rb"/StructTreeRoot (\d+) 0 R", catalog),
    }
    pages, structure = objects[whole["pages"]], objects[whole["structure"]]
    kids = tuple(int(kid) for kid in REFERENCE.findall(pages[pages.index(b"/Kids[") :]))
    if any(not objects[kid].startswith(b"<</Type/Page/") for kid in kids):
        raise Unbound("the pages are no plain list")
    metadata = re.search(rb"/Metadata (\d+) 0 R", catalog)
    for gone in (*whole.values(), int(metadata[1]) if metadata else 0):
        objects.pop(gone, None)
    kept = {number: body for number, body in objects.items() if not body.startswith(_PAGE_LABEL)}
    return File(kept, kids, structure, whole)


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    table = int(data[data.rindex(b"startxref") :].split()[1])
    first, count = map(int, data[table:].split(maxsplit=3)[1:3])
    begin = data.index(b"\n", table + 5) + 1
    offsets = [int(data[begin + 20 * entry : begin + 20 * entry + 10]) for entry in range(count)]
    used = sorted((offset, first + number) for number, offset in enumerate(offsets) if number and offset)
    for (offset, number), (end, _) in zip(used, [*used[1:], (table, 0)], strict=True):
        head = b"%d 0 obj\n" % number
        if not data.startswith(head, offset):
            raise Unbound(f"object {number} is not where the table says")
        yield number, data[offset + len(head) : data.rindex(b"\nendobj", offset, end)]


def _found(pattern: bytes, text: bytes) -> int:
    found = re.search(pattern, text)
    if not found:
        raise Unbound(f"{pattern.decode()} is not there")
    return int(found[1])


def rewritten(body: bytes, number: Callable[[int], int], place: Callable[[int], int]) -> bytes:
    """An object with its references and its keys into the structure's table changed; text and streams stay."""
    head, stream, rest = body.partition(_STREAM)
    kept, done, at = [], 0, 0
    while token := _TOKEN.search(head, at):
        at = token.end() if token["text"] is None else _after_text(head, token.end())
        if token["number"] or token["key"]:
            kept += [head[done : token.start()], _changed(token, number, place)]
            done = at
    return b"".join([*kept, head[done:], stream, rest])


def _changed(token: re.Match[bytes], number: Callable[[int], int], place: Callable[[int], int]) -> bytes:
    if token["key"]:
        return token["key"] + b"%d" % place(int(token["place"]))
    return b"%d 0 R" % number(int(token["number"]))


def _after_text(head: bytes, at: int) -> int:
    """Where a text ends whose opening bracket stands before `at`; brackets in it are paired or escaped."""
    depth = 1
    while depth:
        sign = _IN_TEXT.search(head, at)
        if not sign:
            raise Unbound("a text has no end")
        depth += {b"(": 1, b")": -1}.get(sign[0], 0)
        at = sign.end()
    return at


def text(words: str) -> bytes:
    """Words as a PDF text string."""
    return b"<FEFF" + words.encode("utf-16-be", errors="replace").hex().encode() + b">"


class Writer:
    """Objects written one after the other, those without a stream packed together; the table of all comes last."""

    def __init__(self, output: BinaryIO, reserved: int) -> None:
        self._output, self._at = output, 0
        # By object: in the file itself (1) and at which byte, or packed (2) in which object as the how manyeth.
        self._table: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []
        self._next = reserved + 1
        self._write(b"%PDF-1.7\n%\x80\x80\x80\x80\n")

    def take(self, count: int) -> int:
        """The first of so many numbers that are nobody else's."""
        first, self._next = self._next, self._next + count
        return first

    def put(self, number: int, *parts: bytes) -> None:
        body = b"".join(parts)
        if _STREAM in body:
            self._put_plain(number, body)
            return
        self._packed.append((number, body))
        if len(self._packed) == TOGETHER:
            self._pack()

    def end(self, trailer: bytes) -> None:
        self._pack()
        number, start = self.take(1), self._at
        self._table[number] = (1, start, 0)
        rows = b"".join(_ROW.pack(*self._table.get(place, (0, 0, 0))) for place in range(self._next))
        said = b"/Type/XRef/Size %d/W[1 8 2]" % self._next
        self._put_plain(number, _compressed(said + trailer, rows))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _pack(self) -> None:
        number = self.take(1)
        heads, at = [], 0
        for place, (packed, body) in enumerate(self._packed):
            self._table[packed] = (2, number, place)
            heads.append(b"%d %d " % (packed, at))
            at += len(body) + 1
        head = b"".join(heads)
        said = b"/Type/ObjStm/N %d/First %d" % (len(heads), len(head))
        self._put_plain(number, _compressed(said, head + b"\n".join(body for _, body in self._packed)))
        self._packed.clear()

    def _put_plain(self, number: int, body: bytes) -> None:
        self._table[number] = (1, self._at, 0)
        self._write(b"%d 0 obj\n" % number, body, b"\nendobj\n")

    def _write(self, *parts: bytes) -> None:
        for part in parts:
            self._output.write(part)
            self._at += len(part)


def _compressed(said: bytes, content: bytes) -> bytes:
    data = compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d" % (said, len(data)) + _STREAM + data + b"\nendstream"


def references(numbers: Iterable[int]) -> bytes:
    return b"[" + b" ".join(b"%d 0 R" % number for number in numbers) + b"]"
