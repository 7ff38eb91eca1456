"""A codebook as CSV: ours, or any whose heading names its columns in one of the ways below."""

import csv
import io
from collections.abc import Collection

from annotations.formulas import computed
from annotations.imports.codebook.document import Code, Path, check_number, tidy_text
from annotations.imports.codebook.parents import Row, arranged
from annotations.imports.document import ImportFault
from annotations.naming import keywords_in
from reader.extraction.decoding import decode

# The first of each is what an export is headed with.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("名称", "主题", "主题名", "编码", "标签", "节点", "name", "theme", "code", "tag", "label", "node"),
    "parent": ("上级", "上级主题", "父主题", "父节点", "上级编码", "parent", "parent code", "parent theme"),
    "definition": ("定义", "说明", "描述", "含义", "definition", "description", "comment"),
    "colour": ("颜色", "colour", "color"),
    "keywords": ("关键词", "关键字", "keywords", "keyword"),
    "use_when": ("何时用", "适用", "when to use", "use when", "inclusion", "inclusion criteria"),
    "avoid_when": ("何时不用", "不适用", "when not to use", "avoid when", "exclusion", "exclusion criteria"),
    "archived": ("归档", "已归档", "archived"),
}
YES = ("是", "yes", "true", "1", "y")
DELIMITERS = (",", ";", "\t")
_FIELD_LIMIT = 2**20


def read(data: bytes, known: Collection[Path] = ()) -> tuple[Code, ...]:
    """The codes of the table, depth first and otherwise in its order; ImportFault where it is none."""
    rows = _rows(decode(data))
    columns = _columns(rows[0] if rows else [])
    if "name" not in columns:
        raise ImportFault("no_name_column")
    cells = [
        {field: _cell(row, place) for field, place in columns.items()} for row in rows[1:] if any(map(str.strip, row))
    ]
    check_number(len(cells))
    return arranged([Row(_code(row), row.get("parent", "")) for row in cells], known)


def _rows(text: str) -> list[list[str]]:
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise ImportFault("broken", detail=str(error)) from error


def _delimiter(text: str) -> str:
    """The one that makes most of the heading's columns known."""
    heading = text.lstrip("\r\n").split("\n", 1)[0][:10_000].rstrip("\r")
    return max(DELIMITERS, key=lambda sign: len(_columns(next(csv.reader([heading], delimiter=sign), []))))


def _columns(heading: list[str]) -> dict[str, int]:
    said = [cell.strip().lower() for cell in heading]
    found = {
        field: next((said.index(name) for name in names if name in said), None) for field, names in COLUMNS.items()
    }
    return {field: place for field, place in found.items() if place is not None}


def _cell(row: list[str], place: int) -> str:
    return computed(tidy_text(row[place])) if place < len(row) else ""


def _code(cells: dict[str, str]) -> Code:
    return Code(
        name=cells["name"],
        definition=cells.get("definition", ""),
        use_when=cells.get("use_when", ""),
        avoid_when=cells.get("avoid_when", ""),
        keywords=keywords_in(cells.get("keywords", "")),
        colour=cells.get("colour", ""),
        archived=cells.get("archived", "").lower() in YES,
    )
