"""A CSV quote table: ours, or any whose heading names its columns in one of the ways below."""

import csv
import io
from datetime import datetime, timedelta, timezone
from itertools import groupby

from charset_normalizer import from_bytes

from annotations.formulas import computed
from annotations.imports.document import ImportFault, Notes, Passage, Path, Source
from annotations.imports.jsonld import uuid_of

COLUMNS: dict[str, tuple[str, ...]] = {
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


def recognises(data: bytes) -> bool:
    head = _text(data[:4096]).split("\n", 1)[0]
    return "," in head or "\t" in head or head.strip().lower() in COLUMNS["exact"]


def read(data: bytes) -> Notes:
    """One passage for each highlight: rows that differ only in their theme are one."""
    csv.field_size_limit(_FIELD_LIMIT)
    text = _text(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if _is_tabbed(text) else ","))
    except csv.Error as error:
        raise ImportFault("broken", detail=str(error)) from error
    columns = _columns(rows[0] if rows else [])
    if "exact" not in columns:
        raise ImportFault("no_columns")
    cells = [{name: _cell(row, place) for name, place in columns.items()} for row in rows[1:] if any(row)]
    groups = [list(group) for _, group in groupby((row for row in cells if row["exact"]), key=_same)]
    unread = tuple(f"{number}" for number, row in enumerate(cells, 2) if not row["exact"])
    return Notes("csv", tuple(_passage(group) for group in groups), unread=unread)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return str(best) if best else data.decode("gb18030", "replace")


def _is_tabbed(text: str) -> bool:
    head = text.split("\n", 1)[0]
    return head.count("\t") > head.count(",")


def _columns(heading: list[str]) -> dict[str, int]:
    said = [cell.strip().lower() for cell in heading]
    found = {field: [said.index(name) for name in names if name in said] for field, names in COLUMNS.items()}
    return {field: places[0] for field, places in found.items() if places}


def _cell(row: list[str], place: int) -> str:
    return computed(row[place].replace("\r\n", "\n").replace("\x00", "").strip()) if place < len(row) else ""


def _same(row: dict[str, str]) -> tuple[str, ...]:
    if row.get("id"):
        return (row["id"],)
    return tuple(row.get(name, "") for name in ("article", "url", "exact", "note", "author", "time"))


def _passage(rows: list[dict[str, str]]) -> Passage:
    first = rows[0]
    paths = dict.fromkeys(path for row in rows if (path := _path(row)))
    return Passage(
        source=Source(title=first.get("article", ""), url=first.get("url", "").partition("#")[0]),
        exact=first["exact"],
        note=first.get("note", ""),
        themes=tuple(paths),
        author=first.get("author", ""),
        created=_time(first.get("time", "")),
        id=uuid_of(first.get("id", "")),
    )


def _path(row: dict[str, str]) -> Path:
    return tuple(name for level in ("level1", "level2", "level3") if (name := row.get(level, "")))


def _time(cell: str) -> datetime | None:
    """A table's times are Shanghai's where they name no offset."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)
