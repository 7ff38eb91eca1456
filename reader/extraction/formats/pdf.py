"""The text layer of a PDF: lines joined into paragraphs, running heads dropped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from struct import error as StructError
from zlib import error as ZlibError

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from reader.extraction.characters import without_radicals
from reader.extraction.document_form import form_of
from reader.extraction.formats.readable import Readable
from reader.extraction.page import Block, ExtractionError

# An article is a few pages, a book some hundreds.
MOST_PAGES = 1000
_LARGEST = 5_000_000
_PAGE_NUMBER = re.compile(r"[-—–·\s第]*\d{1,4}[-—–·\s页/共\d]*$")
# A running head stands first or last on so many pages, and on this share of them.
_PAGES, _SHARE = 3, 0.5
# A line that leaves so much of the width empty is its paragraph's last.
_FULL = 0.85
_ENDED = re.compile("[。！？!?：:][”’」』）)]?$")
_OPENS = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.、．]|第[一二三四五六七八九十]+[章节条]|[\u3000\x20]{2}"
)
# What pypdf raises on damaged files is not one family.
_DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DependencyError,
    EOFError,
    LookupError,
    OSError,
    PyPdfError,
    RuntimeError,
    StructError,
    TypeError,
    ValueError,
    ZlibError,
)
_LATIN = re.compile(r"[A-Za-z0-9,.;]$")


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> Readable:
    """Raises ExtractionError: broken, locked, many_pages, scanned (no text layer), too_large."""
    try:
        pages = list(_pages(PdfReader(BytesIO(data))))
    except _DAMAGED as error:
        raise ExtractionError("broken") from error
    if not any(pages):
        raise ExtractionError("scanned")
    heads = _running_heads(pages)
    lines = [line for page in pages for line in page if _numberless(line) not in heads and not _PAGE_NUMBER.match(line)]
    dropped = tuple(line for page in pages for line in page if _numberless(line) in heads or _PAGE_NUMBER.match(line))
    if not lines:
        raise ExtractionError("scanned")
    paragraphs = list(_paragraphs(lines))
    # What has the form of an official document is no portal's page: all of its lines are its own.
    blocks = tuple(Block("paragraph", line) for line in paragraphs if line) if form_of(paragraphs) else ()
    return Readable("\n".join(paragraphs), dropped=tuple(line.strip() for line in dropped), blocks=blocks)


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ExtractionError("locked")
    if len(reader.pages) > MOST_PAGES:
        raise ExtractionError("many_pages", {"pages": MOST_PAGES})
    taken = 0
    for page in reader.pages:
        text = without_radicals(page.extract_text())
        taken += len(text)
        if taken > _LARGEST:
            raise ExtractionError("too_large", {"megabytes": _LARGEST // 1_000_000})
        yield [line.rstrip() for line in text.split("\n") if line.strip()]


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "", line).strip()


def _running_heads(pages: Sequence[Sequence[str]]) -> set[str]:
    edges = Counter(edge for page in pages if page for edge in {_numberless(page[0]), _numberless(page[-1])})
    least = max(_PAGES, len(pages) * _SHARE)
    return {edge for edge, times in edges.items() if edge and times >= least}


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """A full line goes on in the next, unless that one is indented or opens a numbered section."""
    widths = sorted(len(line) for line in lines)
    full = widths[len(widths) * 9 // 10] * _FULL
    pieces: list[str] = []
    for number, line in enumerate(lines):
        pieces.append((" " if pieces and _LATIN.search(pieces[-1]) and line[:1].isascii() else "") + line.strip())
        following = lines[number + 1] if number + 1 < len(lines) else ""
        ended = _ENDED.search(line) and len(line) < full * 1.1
        if len(line) < full or ended or not following or _OPENS.match(following):
            yield "".join(pieces)
            pieces = []
