"""Excel: the quote table with its filters, then the codebook, the articles, and how often each theme was given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from annotations.exports.characters import legal
from annotations.exports.citation import entries
from annotations.exports.document import Document
from annotations.exports.grouping import quotes
from annotations.exports.table import COLUMNS, NUMBERS, levels, rows
from annotations.exports.wording import UNSIGNED, published

_ = str
name = "xlsx"
extension = "xlsx"
media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
label = _("Excel 引文表")

Row = Sequence[str | int]
# Excel takes no longer text in a cell, counted in UTF-16 units.
LONGEST = 32_767
WIDTHS = (48, 48, 16, 16, 16, 32, 26, 14, 14, 17, 24, 6, 6, 10, 20, 30, 30, 44, 38)
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top", "text_wrap": True}
# Points of a line, in the taller fonts that stand in for 宋体 too, and of the highest row Excel takes.
LINE, HIGHEST = 15.75, 409
# Excel's number for the paper.
A4 = 9
LEVELS = (("一级主题", 18), ("二级主题", 18), ("三级主题", 18))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns with their widths in characters, and its rows; whole numbers are written as such."""

    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Row]


def write(document: Document, output: BinaryIO) -> None:
    """Write the workbook. Times are text, as precise as they are known; text is never a formula or a link."""
    with Workbook(output, {"in_memory": True}) as workbook:
        workbook.set_properties(
            {"title": legal(document.title), "author": legal(document.exporter), "created": document.exported}
        )
        formats = workbook.add_format(FONT), workbook.add_format({**FONT, "bold": True, "bg_color": "#F3EEE2"})
        for sheet in _sheets(document):
            _add(workbook, sheet, *formats)


def _sheets(document: Document) -> Iterator[Sheet]:
    table = (
        [int(cell) if column in NUMBERS else cell for column, cell in zip(COLUMNS, row, strict=True)]
        for row in rows(document)
    )
    yield Sheet("引文", tuple(zip(COLUMNS, WIDTHS, strict=True)), table)
    entry = (("定义", 60), ("何时用", 40), ("何时不用", 40), ("关键词", 24), ("备忘", 48), ("颜色", 10))
    yield Sheet("主题", (*LEVELS, *entry), _codebook(document))
    details = (("文章", 40), ("来源", 18), ("作者", 18), ("发表时间", 18), ("字数", 8), ("圈点数", 8), ("原文地址", 50))
    yield Sheet("文章", (*details, ("引用格式", 80), ("备忘", 48)), _articles(document))
    people = sorted({quote.highlight.author for quote in quotes(document)})
    counted = ("圈点数", "文章数", *(person or UNSIGNED for person in people))
    yield Sheet("统计", (*LEVELS, *((column, 10) for column in counted)), _counts(document, people))


def _codebook(document: Document) -> Iterator[Row]:
    for theme in document.themes:
        said = theme.definition, theme.use_when, theme.avoid_when, "、".join(theme.keywords), theme.memo
        yield *levels(theme.path), *said, theme.foreign or theme.hex


def _articles(document: Document) -> Iterator[Row]:
    cited = entries(document.articles, document.citation)
    for article in document.articles:
        authors = "；".join(author.name for author in article.authors)
        sizes = len(article.text), len(article.highlights)
        yield (
            article.title,
            article.source,
            authors,
            published(article),
            *sizes,
            article.url,
            cited[article.id],
            article.memo,
        )


def _counts(document: Document, people: Sequence[str]) -> Iterator[Row]:
    """For every theme its highlights, the articles they are in, and each person's share."""
    marked = list(quotes(document))
    for theme in document.themes:
        own = [quote for quote in marked if theme.id in quote.highlight.themes]
        shares = [sum(quote.highlight.author == person for quote in own) for person in people]
        yield *levels(theme.path), len(own), len({quote.article.id for quote in own}), *shares


def _add(workbook: Workbook, sheet: Sheet, cell: Format, heading: Format) -> None:
    """The heading stays in sight, filters, and is printed on every page, all columns on the width of one."""
    page = workbook.add_worksheet(sheet.title)
    for column, (title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, legal(title), heading)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        values = [value if isinstance(value, int) else _fitting(legal(value)) for value in row]
        page.set_row(last, _height(values, sheet))
        for column, value in enumerate(values):
            if isinstance(value, int):
                page.write_number(last, column, value, cell)
            else:
                page.write_string(last, column, value, cell)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _height(row: Row, sheet: Sheet) -> float:
    """Enough for all the row says: LibreOffice, unlike Excel, opens rows of no told height one line high."""
    lines = max(_lines(str(value), width) for value, (_, width) in zip(row, sheet.columns, strict=True))
    return min(lines * LINE, HIGHEST)


def _lines(text: str, width: int) -> int:
    """In a column so many characters wide. A Chinese one takes two, and three bytes: a quick count is near enough."""
    return sum(max(1, ceil((len(line) + len(line.encode())) / 2 / width)) for line in text.split("\n"))


def _fitting(text: str) -> str:
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * LONGEST else units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
