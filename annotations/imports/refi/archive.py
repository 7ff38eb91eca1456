"""The ZIP of a REFI-QDA project: its project.qde, and the plain texts it names."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from lxml.etree import _Element

from annotations.imports.document import ImportFault
from annotations.imports.refi.xml import child, parsed
from reader.extraction import ExtractionError
from reader.extraction.decoding import decode
from reader.extraction.formats.archive import DAMAGED

# What a small file may grow into, and how many files it may hold.
LARGEST = 200 * 2**20
LARGEST_ENTRY = 50 * 2**20
ENTRIES = 20_000
RATIO = 200


@dataclass
class Archive:
    """`entries` by the lower-case last part of their path: programs differ in their folders. `left` is how many bytes
    of text may still be read: a thousand sources may all name one file."""

    file: ZipFile
    project: _Element
    entries: dict[str, ZipInfo]
    left: int

    def text(self, element: _Element) -> str:
        """An element's plain text, from itself or its file, with the line ends it has there; empty without one."""
        inside = child(element, "PlainTextContent")
        return self.file_text(element) if inside is None else "".join(map(str, inside.itertext()))

    def file_text(self, element: _Element) -> str:
        path = element.get("plainTextPath", "").rpartition("/")[2].lower()
        entry = self.entries.get(path)
        return _decoded(self._content(entry)) if entry else ""

    def _content(self, entry: ZipInfo) -> bytes:
        self.left -= entry.file_size
        if self.left < 0:
            raise ImportFault("too_large")
        return _content(self.file, entry)


def opened(data: bytes) -> Archive:
    """The archive in these bytes; ImportFault where it is broken or means harm."""
    try:
        file = ZipFile(BytesIO(data))
    except DAMAGED as error:
        raise ImportFault("broken", detail=str(error)) from error
    entries = [entry for entry in file.infolist() if not entry.is_dir()]
    _check(entries)
    named = {PurePosixPath(entry.filename).name.lower(): entry for entry in entries}
    project = next((entry for name, entry in named.items() if name.endswith(".qde")), None)
    if project is None:
        raise ImportFault("unknown_format")
    return Archive(file, parsed(_content(file, project)), named, LARGEST)


def _check(entries: list[ZipInfo]) -> None:
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or ".." in PurePosixPath(entry.filename.replace("\\", "/")).parts:
            raise ImportFault("foreign_entry", name=entry.filename[:80])
    total, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > ENTRIES or total > min(LARGEST, max(RATIO * packed, 2**20)):
        raise ImportFault("too_large")


def _content(file: ZipFile, entry: ZipInfo) -> bytes:
    if entry.file_size > LARGEST_ENTRY:
        raise ImportFault("too_large")
    try:
        return file.read(entry)
    except DAMAGED as error:
        raise ImportFault("broken", detail=entry.filename[:80]) from error


def _decoded(data: bytes) -> str:
    """The text, a byte order mark kept: positions may count it."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        try:
            return decode(data)
        except ExtractionError:
            return data.decode("utf-8", "replace")
