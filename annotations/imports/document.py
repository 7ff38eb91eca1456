"""Notes that come in from elsewhere, as values: what every import format is read into."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Path = tuple[str, ...]
# Themes that a file may bring: a codebook of more is none.
MOST_CODES = 2000

# Marks the sentences for the catalogue; the edges translate them.
_ = str

SENTENCES: dict[str, str] = {
    "archive": _("这是课题存档，它恢复成一个新课题：请用下面的“课题存档在这里恢复”。"),
    "broken": _("文件已损坏，读不出来：%(detail)s"),
    "circular": _("这些主题互为上级：%(names)s。请改正后再导入。"),
    "entities": _("文件里有 XML 实体或 DTD，为了安全不读。"),
    "foreign_entry": _("压缩包里有不安全的文件名“%(name)s”。"),
    "large_file": _("文件太大，最大 %(limit)d MB。"),
    "many_codes": _("主题太多，一次最多 %(limit)d 个。"),
    "many_levels": _("表里的主题超过 %(limit)d 层。"),
    "no_codes": _("文件里没有主题。"),
    "no_columns": _("表里没有“引文”这一列。"),
    "no_name_column": _("表里没有“名称”这一列。"),
    "too_large": _("文件展开后太大。"),
    "unknown_codebook": _("这不是主题表。可以导入：CSV 表格，REFI-QDA 的 .qdc。"),
    "unknown_format": _(
        "认不出这是哪种笔记。可以导入：W3C JSON-LD、REFI-QDA 的 .qdpx、Hypothesis 的 JSON、CSV 引文表。"
    ),
}


class ImportFault(Exception):
    """Why a file cannot be read: a code and its parameters."""

    def __init__(self, code: str, **parameters: Any) -> None:
        super().__init__(code)
        self.code, self.parameters = code, parameters

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: known by its address, its title, or its very text, as far as the file tells."""

    title: str = ""
    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A theme by the names from its root down; `colour` as #rrggbb or empty."""

    path: Path
    colour: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked passage. `start` is a code point of the source's text, -1 where the file tells no place; `id` is the
    UUID it had elsewhere, or empty; `created` is aware, or None."""

    source: Source
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    note: str = ""
    themes: tuple[Path, ...] = ()
    author: str = ""
    created: datetime | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """All that a file says; `unread` are its parts that say no passage, each by a name somebody can look up."""

    format: str
    passages: tuple[Passage, ...]
    codes: tuple[Code, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[str, ...] = field(default=())
