"""Notes that come in: one module per format, each a pure function from bytes to one frozen Notes."""

from annotations.imports import hypothesis, jsonld, qdpx, quotes
from annotations.imports.document import Code, ImportFault, Notes, Passage, Source

__all__ = ["READERS", "Code", "ImportFault", "Notes", "Passage", "Source", "read"]

READERS = (hypothesis, jsonld, qdpx, quotes)


def read(data: bytes) -> Notes:
    """The notes in these bytes, in whichever format they are. ImportFault says why there are none."""
    for module in READERS:
        if module.recognises(data):
            return module.read(data)
    raise ImportFault("unknown_format")
