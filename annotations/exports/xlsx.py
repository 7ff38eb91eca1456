"""Excel: the quote table with its filters, then the codebook, the articles, and how often each theme was given.

On paper every sheet has the width of one landscape page, in letters of seven points or more: of the quote table's
columns the first ones are printed. What no row can show whole is whole on a sheet of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

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
# The quote table's columns with their widths in characters: those on paper, then those on the screen alone.
PRINTED = (
    *(("引文", 48), ("一级主题", 14), ("二级主题", 14), ("三级主题", 14), ("批注", 32)),
    *(("文章", 26), ("来源", 12), ("发表时间", 17), ("段号", 6), ("圈点人", 10)),
)
UNPRINTED = (
    *(("所在句", 72), ("作者", 14), ("所在标题", 24), ("字位", 6), ("圈点时间", 20)),
    *(("链接", 30), ("原文地址", 30), ("引用格式", 60), ("圈点编号", 38), ("标签", 14)),
)
FONT = {
    "font_name": "宋体",
    "font_size": 10.5,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#D9D0BD",
}
# Points of a line, in the taller fonts that stand in for 宋体 too, and of the highest row Excel takes.
LINE, HIGHEST = 15.75, 409
MOST_LINES = int(HIGHEST // LINE)
# Excel's number for the paper, and inches.
A4, MARGIN, FOOT = 9, 0.4, 0.6
LEVELS = (("一级主题", 14), ("二级主题", 14), ("三级主题", 14))
WHOLE = "长文"
CUT = f"浅红的格子显示不全，全文在“{WHOLE}”表"
WIDE = 110


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns with their widths in characters, and its rows; whole numbers are written as such.

    The `named` columns tell a row from others; `printed` of them, from the first, go on paper: 0 is all.
    """

    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Row]
    named: Sequence[int] = (0,)
    printed: int = 0


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of texts, of numbers, of texts that are not shown whole, and of headings."""

    cell: Format
    number: Format
    cut: Format
    heading: Format


@dataclass
class Book:
    """The workbook, and the texts that no cell shows whole, by sheet, row and column."""

    workbook: Workbook
    looks: Looks
    long: dict[tuple[str, str, str, str], None] = field(default_factory=dict)


def write(document: Document, output: BinaryIO) -> None:
    """Write the workbook. Times are text, as precise as they are known; text is never a formula or a link."""
    with Workbook(output, {"in_memory": True}) as workbook:
        workbook.set_properties(
            {"title": legal(document.title), "author": legal(document.exporter), "created": document.exported}
        )
        book = Book(workbook, _looks(workbook))
        for sheet in _sheets(document):
            _add(book, sheet)
        if book.long:
            _add(book, _whole(book))


def _looks(workbook: Workbook) -> Looks:
    added: tuple[dict[str, str | bool], ...] = (
        {},
        {"align": "center"},
        {"bg_color": "#F5E3DD"},
        {"bold": True, "bg_color": "#F3EEE2"},
    )
    return Looks(*(workbook.add_format(FONT | more) for more in added))


def _sheets(document: Document) -> Iterator[Sheet]:
    columns = PRINTED + UNPRINTED
    titles = [title for title, _width in columns]
    named = titles.index("文章"), titles.index("段号")
    yield Sheet("引文", columns, _quotes(document, titles), named, printed=len(PRINTED))
    entry = (("定义", 46), ("何时用", 32), ("何时不用", 32), ("关键词", 18), ("备忘", 32), ("颜色", 9))
    yield Sheet("主题", (*LEVELS, *entry), _codebook(document), named=range(len(LEVELS)))
    details = (("文章", 32), ("来源", 12), ("作者", 12), ("发表时间", 17), ("字数", 7), ("圈点数", 7), ("原文地址", 36))
    yield Sheet("文章", (*details, ("引用格式", 56), ("备忘", 30)), _articles(document))
    people = sorted({quote.highlight.author for quote in quotes(document)})
    counted = ("圈点数", "文章数", *(person or UNSIGNED for person in people))
    yield Sheet("统计", (*LEVELS, *((column, 10) for column in counted)), _counts(document, people))


def _whole(book: Book) -> Sheet:
    """Every text that is cut elsewhere, in pieces that a row can show."""
    columns = (("在哪张表", 10), ("哪一行", 40), ("哪一栏", 10), ("第几截", 8), ("全文", WIDE))
    found: list[Row] = [
        (sheet, row, column, number, piece)
        for sheet, row, column, text in book.long
        for number, piece in enumerate(pieces(text), start=1)
    ]
    return Sheet(WHOLE, columns, found)


def pieces(text: str) -> Iterator[str]:
    """The text in stretches that a row of the last sheet shows whole; joined they are the text."""
    held = ""
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), WIDE):
            more = line[start : start + WIDE]
            if held and _lines(held + more, WIDE) > MOST_LINES:
                yield held
                held = ""
            held += more
    if held:
        yield held


def _quotes(document: Document, titles: Sequence[str]) -> Iterator[Row]:
    places = [(COLUMNS.index(title), title in NUMBERS) for title in titles]
    for row in rows(document):
        yield [int(row[place]) if number else row[place] for place, number in places]


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


def _add(book: Book, sheet: Sheet) -> None:
    """The heading stays in sight and filters."""
    page = book.workbook.add_worksheet(sheet.title)
    for column, (title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, legal(title), book.looks.heading)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        _write(book, sheet, page, last, [value if isinstance(value, int) else legal(value) for value in row])
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
    page.freeze_panes(1, 0)
    _set_paper(page, last, sheet.printed or len(sheet.columns))
    cut = CUT if any(place[0] == sheet.title for place in book.long) else ""
    page.set_footer(f"&L{sheet.title}&C{cut}&R&P / &N")


def _set_paper(page: Worksheet, last: int, columns: int) -> None:
    """Landscape, the heading on every page, so many columns on the width of one."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(MARGIN, MARGIN, MARGIN, FOOT)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, last, columns - 1)


def _write(book: Book, sheet: Sheet, page: Worksheet, number: int, row: Row) -> None:
    page.set_row(number, _height(row, sheet))
    for column, (value, (title, width)) in enumerate(zip(row, sheet.columns, strict=True)):
        if isinstance(value, int):
            page.write_number(number, column, value, book.looks.number)
        elif _shown(value, width):
            page.write_string(number, column, value, book.looks.cell)
        else:
            page.write_string(number, column, fitting(value), book.looks.cut)
            book.long[sheet.title, _name(sheet, row), title, value] = None


def _name(sheet: Sheet, row: Row) -> str:
    named = [row[place] for place in sheet.named if row[place]]
    return " · ".join(f"第 {value} 段" if isinstance(value, int) else value for value in named)


def _height(row: Row, sheet: Sheet) -> float:
    """Enough for all the row says: LibreOffice, unlike Excel, opens rows of no told height one line high."""
    lines = max(_lines(str(value), width) for value, (_, width) in zip(row, sheet.columns, strict=True))
    return min(lines * LINE, HIGHEST)


def _shown(text: str, width: int) -> bool:
    """Whether the highest row shows all of the text."""
    return _lines(text, width) <= MOST_LINES


def _lines(text: str, width: int) -> int:
    """In a column so many characters wide. A Chinese one takes two, and three bytes: a quick count is near enough."""
    return sum(max(1, ceil((len(line) + len(line.encode())) / 2 / width)) for line in text.split("\n"))


def fitting(text: str) -> str:
    """What a cell takes of the text; … tells that there is more."""
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * LONGEST else units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
