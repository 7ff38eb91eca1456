"""The comparison as a file: Word and a web page with what changed set off, CSV with it in brackets."""

from collections.abc import Callable, Iterator, Sequence
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
from annotations.exports.tabular import WRITERS as TABULAR
from annotations.exports.tabular import Sheet, write_csv
from annotations.exports.word.styles import dress
from annotations.exports.word.tables import Box, cell, table
from annotations.exports.word.xml import add, paragraph, run

GONE, COME = "B23A2A", "2F6B4F"


@dataclass(frozen=True)
class Report:
    """`sources` tell of both texts: title, source, day, version."""

    title: str
    sources: tuple[str, str]
    counts: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Writer:
    label: str
    media_type: str
    write: Callable[[Report, BinaryIO], None]


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
    columns = (_("旧文"), _("变化"), _("新文"), _("旧文段号"), _("新文段号"), _("主题"))
    write_csv(Sheet(found.title, found.counts, columns, map(_row, found.lines)), output)


def _row(line: Line) -> tuple[str, ...]:
    themes = dict.fromkeys(theme.name for one in (line.old, line.new) if one for theme in one.themes)
    places = (str(one.paragraph) if one else "" for one in (line.old, line.new))
    return (_plain(line.old), line.name, _plain(line.new), *places, "；".join(themes))


def _plain(one: Cell | None) -> str:
    """What changed in a pair stands in brackets, as the other side lacks it."""
    if one is None or all(piece.kind != "same" for piece in one.pieces):
        return "".join(piece.text for piece in one.pieces) if one else ""
    return "".join(piece.text if piece.kind == "same" else f"【{piece.text}】" for piece in one.pieces)


def _html(found: Report, output: BinaryIO) -> None:
    output.write(render_to_string("annotations/drift_file.html", {"report": found}).encode())


def _docx(found: Report, output: BinaryIO) -> None:
    made = docx.Document()
    dress(made, found.title)
    body = made.element.body
    run(paragraph(body, "Heading1"), found.title)
    for said in (*_heads(found), found.counts):
        run(paragraph(body, "BodyText"), legal(said))
    into = table(body, 3)
    head = add(into, "tr")
    add(add(head, "trPr"), "tblHeader")
    for name in (_("旧文"), _("变化"), _("新文")):
        run(cell(head, Box(header=True), 3), name, bold=True)
    for line in found.lines:
        _set(add(into, "tr"), line)
    body.append(body.sectPr)
    made.save(output)


def _heads(found: Report) -> Iterator[str]:
    yield f"{_('旧文')}：{found.sources[0]}"
    yield f"{_('新文')}：{found.sources[1]}"


def _set(row: _Element, line: Line) -> None:
    _write(cell(row, Box(), 3), line.old, GONE)
    run(cell(row, Box(), 3), line.name)
    _write(cell(row, Box(), 3), line.new, COME)


def _write(into: _Element, one: Cell | None, colour: str) -> None:
    for piece in one.pieces if one else ():
        if piece.kind == "same":
            run(into, legal(piece.text))
        else:
            run(into, legal(piece.text), bold=True, colour=colour, line=colour)


WRITERS: dict[str, Writer] = {
    "docx": Writer("Word", TABULAR["docx"].media_type, _docx),
    "html": Writer("HTML", "text/html; charset=utf-8", _html),
    "csv": Writer("CSV", TABULAR["csv"].media_type, _csv),
}
