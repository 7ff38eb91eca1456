"""Cells that a spreadsheet would compute: an apostrophe before them makes them text, and is taken away again."""

import re

_COMPUTED = re.compile(r"'*[=+\-@\t\r]")
_INERT = re.compile(r"'+[=+\-@\t\r]")


def inert(cell: str) -> str:
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def computed(cell: str) -> str:
    """What `inert` was given."""
    return cell[1:] if _INERT.match(cell) else cell
