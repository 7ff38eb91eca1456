"""Captures taken apart, and put together article by article."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reader.cleaning.captures import Capture
from reader.extraction import ExtractionError, grouping
from reader.extraction.grouping import Trace, trace_of
from reader.sandbox.reading import extract, unpacked

# A saved page this large is one long text; looking whether it is a page of another would only cost time.
TRACED = 3 * 2**20


@dataclass(frozen=True)
class Apart:
    """What a file holds: captures, and those of its files that cannot be read, each with what is wrong with it."""

    captures: tuple[Capture, ...]
    refused: tuple[tuple[str, ExtractionError], ...] = ()


def taken_apart(data: bytes, filename: str) -> Apart:
    """The file itself, or each file of a ZIP; ExtractionError says why a ZIP is not taken apart."""
    found = unpacked(data)
    if found is None:
        return Apart((Capture(data, filename=filename),))
    return Apart(tuple(Capture(member.data, filename=member.name) for member in found.members), found.refused)


def together(captures: Sequence[Capture]) -> list[list[Capture]]:
    """The captures article by article: saved pages that belong together in one list, in order."""
    traces = [trace(capture) for capture in captures] if len(captures) > 1 else [None] * len(captures)
    return [[captures[at] for at in group] for group in grouping.together(traces)]


def trace(capture: Capture) -> Trace | None:
    """What tells which article the capture is a page of; nothing of documents, which have their pages within, of
    archives, and of what holds no article."""
    if len(capture.data) > TRACED or PurePath(capture.filename).suffix.lower() in (".docx", ".pdf"):
        return None
    try:
        page = extract(capture.data, capture.url, capture.content_type)
        return trace_of(page, capture.filename, capture.url)
    except ExtractionError:
        return None
