"""A CSV quote table: ours, or any whose heading names its columns in one of the ways below."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from annotations.formulas import computed
from annotations.imports.document import ImportFault, Notes, Passage, Path, Source, Unread
from annotations.imports.loading import iso, uuid_of
from annotations.limits import CONTEXT
from reader.extraction import ExtractionError
from reader.extraction.decoding import decode

COLUMNS: dict[str, tuple[str, ...]] = {
    "around": ("所在句", "context"),
    "article": (
        *("文章", "标题", "文档", "document", "document name", "title", "article", "file", "filename", "file name"),
        *("file/case", "source"),
    ),
    "author": ("圈点人", "编码员", "coder", "user", "author", "owner", "created by"),
    "exact": (
        *("引文", "原文", "quote", "quote/description", "content", "exact", "text", "seltext", "coded text"),
        *("coded segment", "segment", "quotation", "quotation content", "selected text", "coded"),
    ),
    "id": ("圈点编号", "id"),
    "level1": ("一级主题", "主题", "标签", "theme", "tag", "code", "codename", "code name"),
    "kind": ("type",),
    "offset": ("字位",),
    "page": ("链接",),
    "paragraph": ("段号", "paragraph"),
    "published": ("发表时间",),
    "publisher": ("来源",),
    "tags": ("tags",),
    "level2": ("二级主题",),
    "level3": ("三级主题",),
    "note": ("批注", "备注", "note", "comment", "memo", "coded_memo", "coded memo"),
    "time": ("圈点时间", "time", "created", "created at", "date"),
    "url": ("原文地址", "网址", "url", "uri", "链接"),
}
# Summers of 1986 to 1991 were an hour ahead.
SHANGHAI = ZoneInfo("Asia/Shanghai")
# What else tables say: ours of the article, where it is known; Hypothesis's for whom a page was annotated.
_TOLD = ("作者", "所在标题", "引用格式", "Group")
_FIELD_LIMIT = 2**20
_DELIMITERS = ",\t;"
# What JSON and markup begin with, and no table.
_OTHERS = ("{", "[", "<")
# As Excel writes a time anew when it keeps a table as CSV: 2024/5/6 7:08.
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2}) (\d{1,2}):(\d{2}(?::\d{2})?)")


def recognises(data: bytes) -> bool:
    try:
        head = _head(_table(decode(data)))
    except ExtractionError:
        return False
    several = any(sign in head for sign in _DELIMITERS) and not head.startswith(_OTHERS)
    return several or head.strip().lower() in COLUMNS["exact"]


def read(data: bytes) -> Notes:
    """One passage for each highlight: rows that differ only in their theme are one, wherever they were sorted to."""
    csv.field_size_limit(_FIELD_LIMIT)
    text = _table(decode(data))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=_head(text).count)))
    except csv.Error as error:
        raise ImportFault("broken", detail=str(error)) from error
    columns = _columns(rows[0] if rows else [])
    if "exact" not in columns:
        raise ImportFault("no_columns")
    kept = ("note", "exact") if "offset" in columns else ("note",)
    cells = [{name: _cell(row, place, name, kept) for name, place in columns.items()} for row in rows[1:] if any(row)]
    groups: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in filter(_marks, cells):
        groups[_same(row)].append(row)
    unread = tuple(
        Unread(row.get("note") or f"#{number}", "no_quote") for number, row in enumerate(cells, 2) if not _marks(row)
    )
    return Notes("csv", tuple(map(_passage, groups.values())), unread=(*unread, *_unread_columns(rows)))


def _unread_columns(rows: list[list[str]]) -> Iterator[Unread]:
    """The columns that say something, and nobody knows what."""
    read = set(_columns(rows[0]).values())
    filled = {
        name: sum(place < len(row) and bool(row[place].strip()) for row in rows[1:])
        for place, name in enumerate(map(str.strip, rows[0]))
        if place not in read and name not in _TOLD
    }
    if any(filled.values()):
        named = "、".join(name for name, number in filled.items() if number and name)
        yield Unread(named or "?", "detail", (("number", sum(filled.values())),))


def _table(text: str) -> str:
    """The text without the line by which Excel is told the delimiter."""
    return re.sub(r"\A\ufeff?\s*\"?sep=.\"?\r?\n", "", text, flags=re.IGNORECASE)


def _head(text: str) -> str:
    return text.lstrip().split("\n", 1)[0]


def _columns(heading: list[str]) -> dict[str, int]:
    said = [cell.strip().lower() for cell in heading]
    found = {field: [said.index(name) for name in names if name in said] for field, names in COLUMNS.items()}
    return {field: places[0] for field, places in found.items() if places}


def _marks(row: dict[str, str]) -> bool:
    """Whether the row has a quote: Hypothesis describes pictures and whole pages in the same column."""
    return bool(row["exact"]) and row.get("kind", "").lower() not in ("page note", "image", "reply")


def _cell(row: list[str], place: int, name: str, kept: Collection[str]) -> str:
    """What the cell says; only a note keeps the white space round it, and a quote whose every character is counted."""
    said = row[place].replace("\r\n", "\n").replace("\x00", "") if place < len(row) else ""
    return computed(said if name in kept and said.strip() else said.strip())


def _same(row: dict[str, str]) -> tuple[str, ...]:
    if row.get("id"):
        return (row["id"],)
    return tuple(
        row.get(name, "")
        for name in ("article", "url", "exact", "around", "paragraph", "offset", "note", "author", "time")
    )


def _passage(rows: list[dict[str, str]]) -> Passage:
    first = rows[0]
    paths = dict.fromkeys(path for row in rows for path in _paths(row))
    prefix, suffix = _context(first)
    return Passage(
        source=Source(
            title=first.get("article", ""),
            url=first.get("url", "").partition("#")[0],
            page=first.get("page", "").partition("#")[0],
            publisher=first.get("publisher", ""),
            published=first.get("published", "")[:10].replace("/", "-"),
        ),
        exact=first["exact"],
        prefix=prefix,
        suffix=suffix,
        note=first.get("note", ""),
        themes=tuple(paths),
        author=first.get("author", ""),
        created=_time(first.get("time", "")),
        id=uuid_of(first.get("id", "")),
        paragraph=_number(first.get("paragraph", "")),
        offset=_number(first.get("offset", "")) - 1,
    )


def _number(cell: str) -> int:
    """A count from 1; 0 where the cell says none."""
    return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 7 else 0


def _context(row: dict[str, str]) -> tuple[str, str]:
    """What the sentence round the quote has on either side of it; nothing where it has the quote twice."""
    parts = row.get("around", "").split(row["exact"])
    return (parts[0][-CONTEXT:], parts[1][:CONTEXT]) if len(parts) == 2 else ("", "")


def _paths(row: dict[str, str]) -> list[Path]:
    """The row's theme by its levels; and its tags, parted by commas, each a theme."""
    tags: list[Path] = [(tag.strip(),) for tag in row.get("tags", "").split(",") if tag.strip()]
    return [path for path in (_path(row), *tags) if path]


def _path(row: dict[str, str]) -> Path:
    return tuple(name for level in ("level1", "level2", "level3") if (name := row.get(level, "")))


def _time(cell: str) -> datetime | None:
    """A table's times are Shanghai's where they name no offset."""
    parts = _SLASHED.fullmatch(cell)
    found = iso("{}-{:0>2}-{:0>2} {:0>2}:{}".format(*parts.groups()) if parts else cell)
    return found if found is None or found.tzinfo else found.replace(tzinfo=SHANGHAI)
