"""Notes that come in: one module per format, each a pure function from bytes to one frozen Notes."""

from dataclasses import replace

from annotations.imports import hypothesis, quotes
from annotations.imports.document import MOST_CODES, Code, ImportFault, Notes, Passage, Source
from annotations.imports.loading import check_json
from annotations.imports.refi import qdpx
from annotations.imports.w3c import jsonld

__all__ = ["LARGEST", "READERS", "Code", "ImportFault", "Notes", "Passage", "Source", "check_size", "read"]

READERS = (hypothesis, jsonld, qdpx, quotes)
# Bytes; what a file of JSON grows into in memory is many times that.
LARGEST = 100 * 2**20


def check_size(size: int) -> None:
    """ImportFault where a file of so many bytes is not even to be read into memory."""
    if size > LARGEST:
        raise ImportFault("large_file", limit=LARGEST // 2**20)


def read(data: bytes) -> Notes:
    """The notes in these bytes, in whichever format they are. ImportFault says why there are none."""
    check_size(len(data))
    for module in READERS:
        if module.recognises(data):
            return _bounded(module.read(data))
    if data.lstrip()[:1] in (b"{", b"["):
        check_json(data)
    raise ImportFault("archive" if data.startswith(b"PK") and b"manifest.json" in data else "unknown_format")


def _bounded(notes: Notes) -> Notes:
    notes = replace(notes, passages=_apart(notes.passages))
    named = {code.path for code in notes.codes} | {path for passage in notes.passages for path in passage.themes}
    if len(named) > MOST_CODES:
        raise ImportFault("many_codes", limit=MOST_CODES)
    return notes


def _apart(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """An identifier that another passage of the file bears already says nothing; the same passage again is the same."""
    first: dict[str, Passage] = {}
    return tuple(one if not one.id or first.setdefault(one.id, one) == one else replace(one, id="") for one in passages)
