"""The comparison as it is shown: rows with what changed in them, marks beside, terms above."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.drift.sides import Side
from annotations.models import Theme
from reader.text.drift.alignment import Row, compare
from reader.text.drift.inside import pieces
from reader.text.drift.terms import Term, terms
from reader.text.drift.units import Unit
from reader.text.pieces import TAGS, Piece
from reader.text.segmentation import lengths

KINDS = {
    "same": gettext_lazy("相同"),
    "changed": gettext_lazy("改动"),
    "moved": gettext_lazy("移动"),
    "related": gettext_lazy("可能相关"),
    "gone": gettext_lazy("删去"),
    "come": gettext_lazy("新增"),
}
TERMS = {
    "come": gettext_lazy("新出现"),
    "gone": gettext_lazy("不再出现"),
    "more": gettext_lazy("明显多了"),
    "less": gettext_lazy("明显少了"),
}


@dataclass(frozen=True)
class Cell:
    """One side of a row: its unit's text in pieces, where it stands, and the themes marked on it; `bare` is how many
    marks on it have none."""

    unit: Unit
    pieces: Sequence[Piece]
    paragraph: int
    themes: Sequence[Theme]
    bare: int

    @property
    def place(self) -> str:
        """The paragraph and the marks, in words."""
        said = [_("第 %(number)s 段") % {"number": self.paragraph}, *(theme.name for theme in self.themes)]
        return " · ".join([*said, _("没有主题的圈点 %(bare)s 处") % {"bare": self.bare}] if self.bare else said)

    @property
    def said(self) -> list[tuple[str, str]]:
        """The pieces, each with the element that tells what became of it."""
        return [(TAGS[piece.kind], piece.text) for piece in self.pieces]


@dataclass(frozen=True)
class Line:
    """`number` is its place among the rows; a moved one says where the `other` of its two rows is."""

    number: int
    row: Row
    old: Cell | None
    new: Cell | None
    other: int = 0

    @property
    def name(self) -> str:
        if self.row.kind == "moved":
            return _("从别处移来") if self.row.here else _("移到别处")
        return str(KINDS[self.row.kind])


@dataclass(frozen=True)
class Comparison:
    lines: Sequence[Line]
    counts: Sequence[tuple[str, int]]
    terms: Sequence[tuple[str, Sequence[Term]]]


def comparison(old: Side, new: Side) -> Comparison:
    """Every unit of both texts; how many rows of each kind there are, a moved one counted once."""
    rows = compare(old.version.text, new.version.text)
    twice = _twice(rows)
    lines = [_line(number, row, old, new, twice) for number, row in enumerate(rows)]
    counted = Counter[str](row.kind for row in rows if row.here)
    words = terms(*((one.version.text, lengths(one.version.words)) for one in (old, new)))
    counts = [(str(name), counted[kind]) for kind, name in KINDS.items() if counted[kind]]
    return Comparison(lines, counts, [(str(name), getattr(words, kind)) for kind, name in TERMS.items()])


def _twice(rows: Sequence[Row]) -> dict[tuple[int, bool], int]:
    """The rows of moved units, by where the unit stands in the new text and whether it is shown there."""
    return {(row.new.start, row.here): at for at, row in enumerate(rows) if row.kind == "moved" and row.new}


def _line(number: int, row: Row, old: Side, new: Side, twice: dict[tuple[int, bool], int]) -> Line:
    inside = pieces(row.old.text, row.new.text) if row.old and row.new and row.kind != "same" else []
    moved = row.kind == "moved" and row.new
    return Line(
        number=number,
        row=row,
        old=_cell(old, row.old, [piece for piece in inside if piece.kind != "come"]),
        new=_cell(new, row.new, [piece for piece in inside if piece.kind != "gone"]),
        other=twice[row.new.start, not row.here] if moved and row.new else 0,
    )


def _cell(side: Side, unit: Unit | None, inside: Sequence[Piece]) -> Cell | None:
    if unit is None:
        return None
    said = inside or [Piece("same", unit.text)]
    themes, bare = side.marked(unit.start, unit.end)
    return Cell(unit, said, side.paragraph(unit.start), themes, bare)
