"""A Word document (.docx) as plain text: headings as #, lists as •, a table's row on one line."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from reader.extraction.formats.archive import LARGEST, WORD_PART, has_part, held
from reader.extraction.formats.readable import Readable
from reader.extraction.page import ExtractionError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题)?\s*([1-6])$", re.IGNORECASE)


def is_word(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and has_part(data, WORD_PART)


def read_word(data: bytes) -> Readable:
    """Raises ExtractionError: broken, unsafe (the document declares entities), too_large."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            root = _root(held(archive, archive.getinfo(WORD_PART), LARGEST))
    except (BadZipFile, KeyError, OSError, XMLSyntaxError, NotImplementedError) as error:
        raise ExtractionError("broken") from error
    body = root.find(f"{_W}body")
    lines = [] if body is None else [line for line in _lines(body) if line.strip()]
    if not lines:
        raise ExtractionError("empty")
    return Readable("\n".join(lines))


def _root(xml: bytes) -> _Element:
    """No entity is resolved and nothing fetched; Word writes no document type, so one with it is refused."""
    root = fromstring(xml, XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    if root.getroottree().docinfo.doctype:
        raise ExtractionError("unsafe")
    return root


def _lines(body: _Element) -> Iterator[str]:
    for node in body:
        if node.tag == f"{_W}p":
            yield from (_mark(node) + line.strip() for line in _text(node).split("\n") if line.strip())
        elif node.tag == f"{_W}tbl":
            for row in node.iter(f"{_W}tr"):
                yield "\u3000".join(" ".join(_text(cell).split()) for cell in row.iter(f"{_W}tc"))
        elif node.tag == f"{_W}sdt":
            yield from _lines(content) if (content := node.find(f"{_W}sdtContent")) is not None else ()


def _text(node: _Element) -> str:
    signs = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}
    deleted = node.iter(f"{_W}t", *signs)
    return "".join(signs.get(str(piece.tag)) or piece.text or "" for piece in deleted)


def _mark(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    level = _HEADING.match(name)
    if level:
        return "#" * int(level[1]) + " "
    if name.lower() == "title":
        return "# "
    return "• " if paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith("List") else ""
