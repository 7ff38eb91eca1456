"""A matrix as the page and the files show it: its rows and columns named, turned and sorted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from django.utils.translation import gettext as _

from annotations.analysis.asked import Asked
from annotations.analysis.columns import Header, columns
from annotations.analysis.facts import UNTAGGED, Facts
from annotations.analysis.matrix import Cell, Matrix
from annotations.models import Theme
from annotations.themes.tree import lineage


@dataclass(frozen=True)
class Table:
    """`cells` by row and column key. `empty` is how many columns or rows without any mark are not listed."""

    asked: Asked
    rows: Sequence[Header]
    columns: Sequence[Header]
    cells: dict[tuple[str, str], Cell]
    total: int
    again: int
    empty: int

    def cell(self, row: Header, column: Header) -> Cell:
        return self.cells[row.key, column.key]

    def value(self, row: Header, column: Header) -> float:
        return self.cell(row, column).value(self.asked.measure)

    def query(self, row: Header, column: Header) -> str:
        """The notes page's address for just the cell's marks."""
        return replace(self.asked.wanted, **row.sets, **column.sets).query

    @property
    def largest(self) -> float:
        """The largest number of a theme's cell: the shading's full strength."""
        themes = [row for row in self.rows if row.sets] if not self.asked.turned else self.rows
        return max((self.value(row, column) for row in themes for column in self.columns if column.sets), default=0)


EVERY = "all"


def table(asked: Asked, facts: Facts, themes: Sequence[Theme]) -> Table:
    """Themes that nothing is marked with are listed too: that there is none is a finding."""
    matrix = Matrix(facts.texts, facts.marks, once=asked.wanted.once)
    down = [
        Header(EVERY, _("全部圈点")),
        *theme_headers(themes, "theme"),
        Header("t0", _("没有主题"), {"untagged": True}),
    ]
    across, cells = _crossed(asked, facts, themes, matrix, down)
    filled = {key for row, key in cells if cells[row, key].marks or asked.by == "theme"}
    shown = [header for header in across if header.key in filled]
    if not any(cells["t0", header.key].marks for header in shown):
        down = down[:-1]
    laid = Table(asked, down, shown, cells, matrix.total, matrix.again, len(across) - len(shown))
    return _sorted(_turned(laid) if asked.turned else laid)


def theme_headers(themes: Sequence[Theme], sets: str) -> list[Header]:
    """The themes in the codebook's order, setting `theme` or `also` of a filter."""
    by_id = {theme.pk: theme for theme in themes}
    return [Header(f"t{one.pk}", one.name, {sets: one.pk}, len(lineage(one, by_id)) - 1) for one in themes]


def _crossed(
    asked: Asked, facts: Facts, themes: Sequence[Theme], matrix: Matrix, down: Sequence[Header]
) -> tuple[list[Header], dict[tuple[str, str], Cell]]:
    if asked.by == "theme":
        across = theme_headers(themes, "also")
        return across, {
            (row.key, other.key): matrix.with_theme(_theme(row), other.sets["also"]) for row in down for other in across
        }
    set_against = columns(asked.by, facts, asked.wanted)
    articles = {column.header.key: column.articles for column in set_against}
    found = {row.key: matrix.by_articles(_theme(row), articles) for row in down}
    cells = {(row, key): cell for row, by_key in found.items() for key, cell in by_key.items()}
    return [column.header for column in set_against], cells


def _theme(row: Header) -> int | None:
    return None if row.key == EVERY else UNTAGGED if row.sets.get("untagged") else row.sets["theme"]


def _turned(laid: Table) -> Table:
    cells = {(column, row): cell for (row, column), cell in laid.cells.items()}
    return replace(laid, rows=laid.columns, columns=laid.rows, cells=cells)


def _sorted(laid: Table) -> Table:
    """By the numbers of the column asked for, the largest first; as they came where there is no such column."""
    by = next((column for column in laid.columns if column.key == laid.asked.sort), None)
    if by is None:
        return laid
    return replace(laid, rows=sorted(laid.rows, key=lambda row: (bool(row.sets), -laid.value(row, by))))


@dataclass(frozen=True)
class Shown:
    """One number of a row: where its passages are, and how strongly it is shaded, 0 to 5; nothing to see for none."""

    value: float
    marks: int
    query: str
    shade: int


def rows(laid: Table, down: Sequence[Header], across: Sequence[Header]) -> list[tuple[Header, list[Shown]]]:
    """These rows with their numbers in these columns."""
    largest = laid.largest
    return [(row, [_shown(laid, row, column, largest) for column in across]) for row in down]


def _shown(laid: Table, row: Header, column: Header, largest: float) -> Shown:
    value, marks = laid.value(row, column), len(laid.cell(row, column).marks)
    counts = row.sets and column.sets and largest
    return Shown(value, marks, laid.query(row, column) if marks else "", ceil(5 * value / largest) if counts else 0)
