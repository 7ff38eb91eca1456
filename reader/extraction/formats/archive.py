"""A ZIP of pages, taken apart with care: names, count, sizes and nesting are judged before anything is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath
from struct import error as StructError
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from reader.extraction.page import ExtractionError

BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
WORD_PART = "word/document.xml"
MOST_FILES = 500
# With what browsers save beside pages; more need not even be looked through.
MOST_ENTRIES = 20_000
LARGEST = 10 * 1024 * 1024
LARGEST_TOTAL = 100 * 1024 * 1024
# Text shrinks to a tenth or so; what shrinks to a two-hundredth was made to burst.
_RATIO, _RATIO_FROM = 200, 1024 * 1024
_UTF8, _ENCRYPTED = 0x800, 0x1
_CHUNK = 64 * 1024
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar")
# What reading a damaged ZIP raises is not one family.
DAMAGED = (
    BadZipFile,
    EOFError,
    IndexError,
    LZMAError,
    NotImplementedError,
    OSError,
    RuntimeError,
    StructError,
    ValueError,
    ZlibError,
)


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    """A ZIP that is no Word document."""
    return data.startswith(BEGINNINGS) and not has_part(data, WORD_PART)


def has_part(data: bytes, part: str) -> bool:
    """Whether the ZIP names the part; of one too damaged to tell, whether the name stands in it anywhere."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return part in archive.namelist()
    except DAMAGED:
        return part.encode() in data


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a ZIP, and those that cannot be read, each with what is wrong with it."""

    members: tuple[Member, ...]
    refused: tuple[tuple[str, ExtractionError], ...] = ()


def unpacked(data: bytes, suffixes: tuple[str, ...]) -> Unpacked | None:
    """The files of these suffixes, by name; None where the data are no archive. Raises ExtractionError: broken,
    unsafe_archive, many_files, archive_too_large, archive_empty, and where no file can be read what is wrong with the
    first: locked, broken, nested_archive."""
    if not is_archive(data):
        return None
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive, _wanted(archive, suffixes))
    except DAMAGED as error:
        raise ExtractionError("broken") from error


def _wanted(archive: ZipFile, suffixes: tuple[str, ...]) -> list[ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_ENTRIES:
        raise ExtractionError("many_files", {"files": MOST_FILES})
    for info in infos:
        _judge(info)
    left_out = _is_left_out({_name(info) for info in infos})
    wanted = [
        info for info in infos if _name(info).lower().endswith((*suffixes, *_ARCHIVES)) and not left_out(_name(info))
    ]
    if not wanted:
        raise ExtractionError("archive_empty")
    if len(wanted) > MOST_FILES:
        raise ExtractionError("many_files", {"files": MOST_FILES})
    return sorted(wanted, key=_name)


def _judge(info: ZipInfo) -> None:
    path = PurePosixPath(_name(info).replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        raise ExtractionError("unsafe_archive")


def _read(archive: ZipFile, wanted: list[ZipInfo]) -> Unpacked:
    taken: list[Member] = []
    refused: list[tuple[str, ExtractionError]] = []
    left = LARGEST_TOTAL
    for info in wanted:
        name = PurePosixPath(_name(info)).name
        try:
            data = _member(archive, info, min(LARGEST, left))
        except ExtractionError as error:
            if error.code == "archive_too_large":
                raise
            refused.append((name, error))
        else:
            left -= len(data)
            taken.append(Member(name, data))
    if not taken:
        raise refused[0][1]
    return Unpacked(tuple(taken), tuple(refused))


def _member(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise ExtractionError("locked")
    if _name(info).lower().endswith(_ARCHIVES):
        raise ExtractionError("nested_archive")
    try:
        return held(archive, info, most)
    except DAMAGED as error:
        raise ExtractionError("broken") from error


def held(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    """The member's bytes, at most so many: what its header says of its size is not believed."""
    pieces, size = [], 0
    with archive.open(info) as file:
        while piece := file.read(_CHUNK):
            size += len(piece)
            if size > most or (size > _RATIO_FROM and size > max(info.compress_size, 1) * _RATIO):
                raise ExtractionError("archive_too_large", {"megabytes": most // 2**20})
            pieces.append(piece)
    return b"".join(pieces)


def _name(info: ZipInfo) -> str:
    """Windows writes names in GBK without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _is_left_out(names: set[str]) -> Callable[[str], bool]:
    """Tells hidden files, and what a browser saves beside a page, in a folder of the page's name."""
    pages = {PurePosixPath(name).with_suffix("") for name in names if name.lower().endswith((".html", ".htm"))}

    def left_out(name: str) -> bool:
        path = PurePosixPath(name)
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        return hidden or any(_page_of(folder) in pages for folder in path.parents)

    return left_out


def _page_of(folder: PurePosixPath) -> PurePosixPath | None:
    """The page, without its suffix, whose parts the folder would hold."""
    match = re.fullmatch(r"(.+)[_.]files", folder.name)
    return folder.with_name(match[1]) if match else None
