"""Which tables hold data and which only lay a page out, as pages did before 2010 and newsletters still do."""

from lxml.etree import _Element

# A cell of data is short; a cell that holds an article has many characters, breaks or blocks.
_LONG_CELL = 300
_BLOCKS = 4


def is_layout(table: _Element) -> bool:
    """No row has two cells, or a cell holds a table, much text or many lines."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if not any(len(row) > 1 for row in rows):
        return True
    return any(_holds_text(cell) for row in rows for cell in row)


def _holds_text(cell: _Element) -> bool:
    if sum(1 for _ in cell.iterdescendants("p", "div", "br")) < _BLOCKS:
        return False
    return len("".join(cell.itertext()).strip()) > _LONG_CELL
