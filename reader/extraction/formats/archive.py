"""A ZIP of pages, taken apart with care: names, count, sizes and nesting are judged before anything is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from reader.extraction.page import ExtractionError

WORD_PART = "word/document.xml"
MOST_FILES = 500
LARGEST = 10 * 1024 * 1024
LARGEST_TOTAL = 100 * 1024 * 1024
# Text shrinks to a tenth or so; what shrinks to a two-hundredth was made to burst.
_RATIO, _RATIO_FROM = 200, 1024 * 1024
_UTF8, _ENCRYPTED = 0x800, 0x1
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    data: bytes


def is_archive(data: bytes) -> bool:
    """A ZIP that is no Word document."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not has_part(data, WORD_PART)


def has_part(data: bytes, part: str) -> bool:
    """Whether the ZIP names the part; of one too damaged to tell, whether the name stands in it anywhere."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return part in archive.namelist()
    except (BadZipFile, OSError, NotImplementedError):
        return part.encode() in data


def members(data: bytes, suffixes: tuple[str, ...]) -> list[Member]:
    """The files of these suffixes, by name. Raises ExtractionError: broken, locked, unsafe_archive, nested_archive,
    many_files, archive_too_large, archive_empty."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            for info in infos:
                _judge(info)
            left_out = _is_left_out({_name(info) for info in infos})
            wanted = [info for info in infos if _name(info).lower().endswith(suffixes) and not left_out(_name(info))]
            return _read(archive, wanted)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise ExtractionError("broken") from error


def _judge(info: ZipInfo) -> None:
    path = PurePosixPath(_name(info).replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        raise ExtractionError("unsafe_archive")
    if path.suffix.lower() in (".zip", ".7z", ".rar", ".gz", ".tar"):
        raise ExtractionError("nested_archive")
    if info.flag_bits & _ENCRYPTED:
        raise ExtractionError("locked")


def _read(archive: ZipFile, wanted: list[ZipInfo]) -> list[Member]:
    if not wanted:
        raise ExtractionError("archive_empty")
    if len(wanted) > MOST_FILES:
        raise ExtractionError("many_files", {"files": MOST_FILES})
    taken: list[Member] = []
    left = LARGEST_TOTAL
    for info in sorted(wanted, key=_name):
        data = held(archive, info, min(LARGEST, left))
        left -= len(data)
        taken.append(Member(PurePosixPath(_name(info)).name, data))
    return taken


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
