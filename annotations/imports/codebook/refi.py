"""REFI-QDA codebooks (https://www.qdasoftware.org): .qdc as ATLAS.ti, MAXQDA, NVivo, QualCoder, Quandian write it."""

from typing import Any

from lxml.etree import _Element

from annotations.imports.codebook.description import parts
from annotations.imports.codebook.document import ROOT, Code, check_number
from annotations.imports.document import ImportFault
from annotations.imports.refi.xml import child, children, local, parsed, text_of

_BEGINNINGS = (b"<", b"\xef\xbb\xbf<", "\ufeff<".encode("utf-16-le"), "\ufeff<".encode("utf-16-be"))


def recognises(data: bytes) -> bool:
    return data[:200].lstrip().startswith(_BEGINNINGS)


def read(data: bytes) -> tuple[Code, ...]:
    """The code tree depth first, each description taken apart; ImportFault where the bytes hold no codebook."""
    root = parsed(data)
    # A .qde has its codebook inside; its texts are the notes' import's.
    book = root if local(root) == "CodeBook" else child(root, "CodeBook")
    top = child(book, "Codes") if book is not None else None
    if top is None:
        raise ImportFault("unknown_codebook")
    found: list[Code] = []
    waiting = [(element, ROOT) for element in reversed(children(top, "Code"))]
    while waiting:
        element, parent = waiting.pop()
        waiting += [(below, len(found)) for below in reversed(children(element, "Code"))]
        found.append(_code(element, parent))
    check_number(len(found))
    return tuple(found)


def _code(element: _Element, parent: int) -> Code:
    said: dict[str, Any] = parts(text_of(element, "Description"))
    return Code(element.get("name", ""), parent, colour=element.get("color", ""), **said)
