"""What extraction gives: a page's metadata, its blocks, and what was removed; or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["heading", "paragraph", "list", "quote", "caption", "table", "note"]
SpanKind = Literal["bold", "emphasis", "note", "ruby"]
Precision = Literal["second", "minute", "day"]
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

SENTENCES: dict[str, str] = {
    "archive_empty": _("压缩包里没有可以收取的文件。"),
    "archive_too_large": _("压缩包解开后太大，一份最多 %(megabytes)d MB，没有收取。"),
    "broken": _("文件已经损坏，读不出来。"),
    "deep": _("网页里的标签套得太深（超过 %(levels)d 层），后面的文字会读不到，没有收取；请把正文复制出来再粘贴。"),
    "empty": _("里面没有内容。"),
    "garbled": _("文字在保存时已经成了乱码，原来的字找不回来了；请从原网页重新保存。"),
    "heavy": _("读这份文件要用的内存太多（最多 %(megabytes)d MB），没有收取。"),
    "locked": _("文件加了密码，请先去掉密码再上传。"),
    "many_files": _("压缩包里的文件太多，一次最多 %(files)d 个。"),
    "many_parts": _("存下的网页里附带的文件太多，最多 %(parts)d 个。"),
    "many_pages": _("PDF 的页数太多，最多 %(pages)d 页。"),
    "nested_archive": _("压缩包里还有压缩包，请解开后再上传。"),
    "no_article": _("没有在这个网页里找到文章正文。"),
    "notice": _("这不是文章，是网站的提示：“%(notice)s”"),
    "not_text": _("这不是网页或文本，读不出文字。"),
    "scanned": _("这个 PDF 是扫描的图片，没有文字层；请先做文字识别（OCR）再上传。"),
    "slow": _("读这份文件要花的时间太长（最多 %(seconds)d 秒），没有收取。"),
    "too_large": _("内容太大，一份最多 %(megabytes)d MB。"),
    "unshown": _("这个网页的文字要靠脚本显示，存下的文件里没有；请在浏览器里等文字显示出来，再保存或复制。"),
    "unsafe": _("文件里声明了外部实体，不安全，没有收取。"),
    "unsafe_archive": _("压缩包里有指向包外的文件名，不安全，没有收取。"),
}


# Where a field of the page was read; the codes in Page.rules.
ORIGINS: dict[str, str] = {
    "address": _("网址"),
    "breadcrumb": _("频道路径"),
    "document_title": _("网页标题"),
    "heading": _("正文上方的标题"),
    "line_above": _("正文上方的行"),
    "line_below": _("正文下方的行"),
    "line_in_body": _("正文里的行"),
    "meta": _("网页的元数据"),
    "page_data": _("网页脚本里的数据"),
    "publishing_system": _("发布系统的注释"),
    "saved_page": _("浏览器存网页时的注释"),
    "site_rule": _("站点规则"),
}


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class PrintEdition:
    """Where the text stood in print: 《人民日报》（2024年5月13日 第09版）. `page` as printed."""

    paper: str
    published: date
    page: str


@dataclass(frozen=True, slots=True)
class Span:
    """What the code points from `start` up to `end` of a block are. `target`: of a note's mark, the marker of its note;
    of a ruby base, its reading."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell, whose text stands from `start` up to `end` in its row's block. Rows and columns count from 0 in
    the table's grid; row 0 begins a table."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """`level` is a heading's, from 1, or a list's, from 0; 0 for every other kind. `lead`: so many characters at the
    start are an emphasised run-in lead. `marker` is a list's sign or number, or a note's mark, and no part of the text.
    A table is one block a row."""

    kind: Kind
    text: str
    level: int = 0
    lead: int = 0
    marker: str = ""
    spans: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """`rule` is a stable snake_case name; `before` the index of the block it stood before; all else as a block's."""

    rule: str
    text: str
    kind: Kind
    before: int
    level: int = 0
    lead: int = 0
    marker: str = ""
    spans: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()


def removal(rule: str, block: Block, before: int) -> Removed:
    """The block as cut by the rule."""
    return Removed(
        rule, block.text, block.kind, before, block.level, block.lead, block.marker, block.spans, block.cells
    )


@dataclass(frozen=True, slots=True)
class Page:
    """`published` is aware, in Asia/Shanghai, and known to `published_precision`.

    `rules` says of each field that was found where: field → one of ORIGINS. `following` are the absolute
    addresses of the article's next pages, in order, `preceding` those before this one, `whole` is where all of it
    stands on one page. `url` is the page's own address where it states one. An official document has the day it was
    signed (成文日期), its number (发文字号) and the office that issued it; a newspaper's title a line above it (引题)
    and below (副题).
    """

    title: str = ""
    source: str = ""
    published: datetime | None = None
    published_precision: Precision = "minute"
    authors: tuple[Author, ...] = ()
    editor: str = ""
    channel: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    original_title: str = ""
    keywords: tuple[str, ...] = ()
    print_edition: PrintEdition | None = None
    document_date: date | None = None
    document_number: str = ""
    issuer: str = ""
    overline: str = ""
    subtitle: str = ""
    following: tuple[str, ...] = ()
    preceding: tuple[str, ...] = ()
    whole: str = ""
    url: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)


class ExtractionError(Exception):
    """Why there is no page: a code, its parameters, and `text`, all that was visible, where there was any."""

    def __init__(self, code: str, parameters: dict | None = None, text: str = "") -> None:
        super().__init__(code)
        self.code, self.parameters, self.text = code, parameters or {}, text

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters
