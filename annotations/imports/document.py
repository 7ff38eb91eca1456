"""Notes that come in from elsewhere, as values: what every import format is read into."""

from dataclasses import dataclass
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

# Why a part of a file is no passage, or not all of it was kept.
REASONS: dict[str, str] = {
    "another_coder": _("圈选的是%(maker)s，编码的是%(coder)s；圈点归%(maker)s"),
    "another_form": _("同一批注的另一种写法，没有收"),
    "detail": _("这些细目没有收，共 %(number)d 处"),
    "elsewhere": _("内容在别的文件里，没有收"),
    "kind": _("圈点没有这一类内容"),
    "no_body": _("批注里没有读得懂的文字"),
    "no_quote": _("没有引文，只说明了位置"),
    "no_target": _("没有说批注的是什么"),
    "no_text": _("这份资料没有文字"),
    "no_time": _("时间读不懂：%(said)s"),
    "not_there": _("文件里没有它指的内容"),
    "outside": _("位置在文字之外"),
    "reply": _("是对别人批注的回复"),
    "several_people": _("署了几个人的名，只记第一个"),
    "whole_source": _("是对整篇的编码，不是一处圈点"),
    "whole_target": _("批注的是整篇，没有圈出文字"),
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
    """What was read: known by its address, its title, or its very text, as far as the file tells. `id` tells apart the
    sources of one file; `page` is the address where it was read in a project like ours; `publisher` and `published`
    (as 2024-05-06) tell twins of one title apart."""

    title: str = ""
    url: str = ""
    text: str = ""
    id: str = ""
    page: str = ""
    publisher: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A theme by the names from its root down; `colour` as #rrggbb or empty."""

    path: Path
    colour: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked passage. `start` is a code point of the source's text, -1 where the file tells no place; `id` is the
    UUID it had elsewhere, or empty; `created` and `updated` are aware, or None. `paragraph` counts from 1, 0 for none,
    and `offset` code points from where that begins, -1 for none; `account` is the name that only this author has."""

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
    updated: datetime | None = None
    paragraph: int = 0
    offset: int = -1
    account: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """What somebody thought about a source, a theme (by its path), or with neither about the whole project."""

    text: str
    source: Source | None = None
    theme: Path = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the file that says no passage, by a name somebody can look up; and why, as a code with parameters."""

    name: str
    reason: str
    details: tuple[tuple[str, Any], ...] = ()

    @property
    def parameters(self) -> dict[str, Any]:
        return dict(self.details)

    @property
    def template(self) -> str:
        return REASONS[self.reason]


@dataclass(frozen=True, slots=True)
class Notes:
    """All that a file says: what is neither passage nor memo, code or source is `unread`."""

    format: str
    passages: tuple[Passage, ...]
    codes: tuple[Code, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    memos: tuple[Memo, ...] = ()
