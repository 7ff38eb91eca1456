"""Captures taken apart, and put together article by article."""

from collections.abc import Sequence
from pathlib import PurePath

from reader.cleaning.captures import Capture
from reader.extraction import SUFFIXES, ExtractionError, extract, grouping
from reader.extraction.formats.archive import is_archive, members
from reader.extraction.grouping import Trace, trace_of

# A saved page this large is one long text; looking whether it is a page of another would only cost time.
TRACED = 3 * 2**20


def captures_of(data: bytes, filename: str) -> list[Capture]:
    """The file itself, or each file of a ZIP; ExtractionError says why a ZIP is not taken apart."""
    if not is_archive(data):
        return [Capture(data, filename=filename)]
    return [Capture(member.data, filename=member.name) for member in members(data, SUFFIXES)]


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
        return trace_of(extract(capture.data, capture.url, capture.content_type), capture.filename, capture.url)
    except ExtractionError:
        return None
