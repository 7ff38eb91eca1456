"""The comparison as a file: Word and a web page with what changed set off, CSV with it in columns of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import docx
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from lxml.etree import _Element

from annotations.drift.laid import Cell, Comparison, Line
from annotations.drift.sides import Side
from annotations.exports.characters import legal
from annotations.exports.document import local
from annotations.exports.html.page import head
from annotations.exports.html.style import STYLE
from annotations.exports.tabular import WRITERS as TABULAR
from annotations.exports.tabular import Sheet, Writer, write_csv
from annotations.exports.word.styles import dress
from annotations.exports.word.tables import Box, cell, table
from annotations.exports.word.xml import add, paragraph, run

# Columns of the Word table's grid: all, and what one of the texts takes of them.
_GRID, _TEXT = 9, 4
GONE, COME, FAINT = "B23A2A", "2F6B4F", "6B6358"
_SET = """
:root { --come: #2f6b4f; } @media (prefers-color-scheme: dark) { :root { --come: #86c08f; } }
body { max-width: 70em; } table { width: 100%; table-layout: fixed; border-collapse: collapse; }
:is(td, th) { padding: .5em .8em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
:is(td, th):nth-child(2) { width: 6em; font: 14px/2 var(--sans); color: var(--soft); }
del { color: var(--zhu); font-weight: 700; } ins { color: var(--come); font-weight: 700; text-underline-offset: .2em; }
td small { color: var(--soft); font-family: var(--sans); }
@media (width < 40em) { thead { display: none; } tr, td { display: block; } td { border: 0; padding-block: .2em; }
  tr { border-bottom: 1px solid var(--rule); padding-block: .5em; } :is(td, th):nth-child(2) { width: auto; } }
"""


@dataclass(frozen=True)
class Report:
    """`sources` tell of both texts: title, source, day, version."""

    title: str
    sources: tuple[str, str]
    counts: str
    lines: Sequence[Line]


def signs() -> tuple[str, ...]:
    """What the words and looks of the comparison mean."""
    return (
        _("标出的字：旧文一边的，新文里没有；新文一边的，旧文里没有。数字、标点不同的也算同一句。"),
        _("“改动”是同一句改了字；“移动”是换了地方，两处都列；“可能相关”只有一部分相像，是不是一句，要自己看。"),
    )


def report(old: Side, new: Side, found: Comparison, changes: bool) -> Report:
    """`changes`: without the rows that say the same."""
    counts = "，".join(f"{name} {count}" for name, count in found.counts)
    lines = [line for line in found.lines if line.row.kind != "same"] if changes else found.lines
    return Report(_("提法变化"), (_source(old), _source(new)), counts, lines)


def _source(side: Side) -> str:
    article = side.article
    day = f"{local(article.published):%Y-%m-%d}" if article.published else ""
    number = "" if side.is_current else _("第 %(number)d 版") % {"number": side.version.number}
    return " · ".join(filter(None, (article.title, article.source, day, number, article.url)))


def _csv(found: Report, output: BinaryIO) -> None:
    """Both texts as they are; what changed in a pair has columns of its own."""
    numbers = (_("旧文段号"), _("新文段号"))
    columns = (*_heads(found), _("变化"), _("旧文里删去的"), _("新文里新增的"), *numbers, _("主题"))
    write_csv(Sheet(found.title, found.counts, columns, map(_row, found.lines)), output)


def _row(line: Line) -> tuple[str, ...]:
    sides = (line.old, line.new)
    themes = dict.fromkeys(theme.name for one in sides if one for theme in one.themes)
    texts = (one.unit.text if one else "" for one in sides)
    places = (str(one.paragraph) if one else "" for one in sides)
    return (*texts, line.name, *map(_changed, sides), *places, "；".join(themes))


def _changed(one: Cell | None) -> str:
    return "；".join(piece.text for piece in one.pieces if piece.kind != "same") if one else ""


def _html(found: Report, output: BinaryIO) -> None:
    body = render_to_string("annotations/drift_file.html", {"report": found, "signs": signs()})
    output.write(f"{head(found.title, 'zh-CN', f'{STYLE}{_SET}')}\n{body}</html>".encode())


def _docx(found: Report, output: BinaryIO) -> None:
    made = docx.Document()
    dress(made, found.title)
    body = made.element.body
    run(paragraph(body, "Heading1"), found.title)
    for said in (*_heads(found), found.counts, *signs()):
        run(paragraph(body, "BodyText"), legal(said))
    into = table(body, _GRID)
    top = add(into, "tr")
    add(add(top, "trPr"), "tblHeader")
    for name, columns in ((_("旧文"), _TEXT), (_("变化"), 1), (_("新文"), _TEXT)):
        run(cell(top, Box(columns, header=True), _GRID), name, bold=True)
    for line in found.lines:
        _set(add(into, "tr"), line)
    body.append(body.sectPr)
    made.save(output)


def _heads(found: Report) -> Iterator[str]:
    yield f"{_('旧文')}：{found.sources[0]}"
    yield f"{_('新文')}：{found.sources[1]}"


def _set(row: _Element, line: Line) -> None:
    _write(cell(row, Box(_TEXT), _GRID), line.old, GONE)
    run(cell(row, Box(), _GRID), line.name)
    _write(cell(row, Box(_TEXT), _GRID), line.new, COME)


def _write(into: _Element, one: Cell | None, colour: str) -> None:
    for piece in one.pieces if one else ():
        if piece.kind == "same":
            run(into, legal(piece.text))
        else:
            run(into, legal(piece.text), bold=True, colour=colour, line=colour)
    if one:
        run(into, legal(f"\n{one.place}"), colour=FAINT)


WRITERS: dict[str, Writer[Report]] = {
    "docx": Writer("Word", TABULAR["docx"].media_type, _docx),
    "html": Writer("HTML", "text/html; charset=utf-8", _html),
    "csv": Writer("CSV", TABULAR["csv"].media_type, _csv),
}
