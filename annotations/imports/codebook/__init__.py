"""Codebooks that come in as files: one module per format, each from bytes to codes, and what they would change."""

from collections.abc import Collection

from annotations.imports.codebook import refi, table
from annotations.imports.codebook.document import Code, Path, check

__all__ = ["Code", "Path", "read"]


def read(data: bytes, known: Collection[Path] = ()) -> tuple[Code, ...]:
    """The codes in these bytes, parents before their children. `known` are the themes that the file's parents may mean
    besides its own. Raises ImportFault, and what reader.extraction.decoding raises."""
    check(data)
    return refi.read(data) if refi.recognises(data) else table.read(data, known)
