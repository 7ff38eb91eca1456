"""A CSV quote table: ours, or any whose heading names its columns in one of the ways below."""

import csv
import io
from datetime import datetime, timedelta, timezone
from itertools import groupby

from annotations.formulas import computed
from annotations.imports.document import ImportFault, Notes, Passage, Path, Source
from annotations.imports.jsonld import uuid_of
from annotations.imports.loading import iso
from annotations.limits import CONTEXT
from reader.extraction import ExtractionError
from reader.extraction.decoding import decode

COLUMNS: dict[str, tuple[str, ...]] = {
    "around": ("所在句", "context"),
    "article": ("文章", "标题", "文档", "document", "title", "article"),
    "author": ("圈点人", "编码员", "coder", "user", "author"),
    "exact": ("引文", "原文", "quote", "content", "exact", "text"),
    "id": ("圈点编号", "id"),
    "level1": ("一级主题", "主题", "标签", "theme", "tag", "code", "tags"),
    "level2": ("二级主题",),
    "level3": ("三级主题",),
    "note": ("批注", "备注", "note", "comment", "memo"),
    "time": ("圈点时间", "time", "created"),
    "url": ("链接", "网址", "url", "uri"),
}
SHANGHAI = timezone(timedelta(hours=8))
_FIELD_LIMIT = 2**20
_DELIMITERS = ",\t;"
# What JSON and markup begin with, and no table.
_OTHERS = ("{", "[", "<")


def recognises(data: bytes) -> bool:
    try:
        head = _head(decode(data))
    except ExtractionError:
        return False
    several = any(sign in head for sign in _DELIMITERS) and not head.startswith(_OTHERS)
    return several or head.strip().lower() in COLUMNS["exact"]


def read(data: bytes) -> Notes:
    """One passage for each highlight: rows that differ only in their theme are one."""
    csv.field_size_limit(_FIELD_LIMIT)
    text = decode(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=_head(text).count)))
    except csv.Error as error:
        raise ImportFault("broken", detail=str(error)) from error
    columns = _columns(rows[0] if rows else [])
    if "exact" not in columns:
        raise ImportFault("no_columns")
    cells = [{name: _cell(row, place, name) for name, place in columns.items()} for row in rows[1:] if any(row)]
    groups = [list(group) for _, group in groupby((row for row in cells if row["exact"]), key=_same)]
    unread = tuple(f"#{number}" for number, row in enumerate(cells, 2) if not row["exact"])
    return Notes("csv", tuple(_passage(group) for group in groups), unread=unread)


def _head(text: str) -> str:
    return text.lstrip().split("\n", 1)[0]


def _columns(heading: list[str]) -> dict[str, int]:
    said = [cell.strip().lower() for cell in heading]
    found = {field: [said.index(name) for name in names if name in said] for field, names in COLUMNS.items()}
    return {field: places[0] for field, places in found.items() if places}


def _cell(row: list[str], place: int, name: str) -> str:
    """What the cell says; only a note keeps the white space round it."""
    said = row[place].replace("\r\n", "\n").replace("\x00", "") if place < len(row) else ""
    return computed(said if name == "note" and said.strip() else said.strip())


def _same(row: dict[str, str]) -> tuple[str, ...]:
    if row.get("id"):
        return (row["id"],)
    return tuple(row.get(name, "") for name in ("article", "url", "exact", "around", "note", "author", "time"))


def _passage(rows: list[dict[str, str]]) -> Passage:
    first = rows[0]
    paths = dict.fromkeys(path for row in rows if (path := _path(row)))
    prefix, suffix = _context(first)
    return Passage(
        source=Source(title=first.get("article", ""), url=first.get("url", "").partition("#")[0]),
        exact=first["exact"],
        prefix=prefix,
        suffix=suffix,
        note=first.get("note", ""),
        themes=tuple(paths),
        author=first.get("author", ""),
        created=_time(first.get("time", "")),
        id=uuid_of(first.get("id", "")),
    )


def _context(row: dict[str, str]) -> tuple[str, str]:
    """What the sentence round the quote has on either side of it; nothing where it has the quote twice."""
    parts = row.get("around", "").split(row["exact"])
    return (parts[0][-CONTEXT:], parts[1][:CONTEXT]) if len(parts) == 2 else ("", "")


def _path(row: dict[str, str]) -> Path:
    return tuple(name for level in ("level1", "level2", "level3") if (name := row.get(level, "")))


def _time(cell: str) -> datetime | None:
    """A table's times are Shanghai's where they name no offset."""
    found = iso(cell)
    return found if found is None or found.tzinfo else found.replace(tzinfo=SHANGHAI)
