"""A page as one sequence of rows, kept and cut, in the order in which they stood; and what readers say of single rows.

A restored row is kept, a struck one cut: flipping rows is all that correcting a cleaning takes. PURE.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.extraction import Block, Removed
from reader.extraction.page import Cell, Kind, Span, removal

Action = Literal["restore", "strike"]
STRUCK, SITE_CHOICE = "struck_by_reader", "site_choice"
RULES: dict[str, str] = {STRUCK: "划去", SITE_CHOICE: "本站总是这样"}


@dataclass(frozen=True, slots=True)
class Row:
    """`rule` is the name of the rule that took the row, empty where it is kept."""

    kind: Kind
    text: str
    level: int = 0
    rule: str = ""
    lead: int = 0
    marker: str = ""
    spans: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def kept(self) -> bool:
        return not self.rule


@dataclass(frozen=True, slots=True)
class Edit:
    """A reader's word on one row, found again by its text: the `occurrence`-th (from 0) row that says it."""

    action: Action
    text: str
    occurrence: int = 0


Key = tuple[str, int]


def rows_of(blocks: Sequence[Block], removed: Iterable[Removed]) -> tuple[Row, ...]:
    """Both in page order. Rows cut before the same block keep the order in which they are listed."""
    rows: list[Row] = []
    done = 0
    for cut in sorted(removed, key=lambda cut: cut.before):
        rows += [_kept(block) for block in blocks[done : cut.before]]
        rows.append(_row(cut, cut.rule))
        done = max(done, cut.before)
    return (*rows, *map(_kept, blocks[done:]))


def _kept(block: Block) -> Row:
    return _row(block, "")


def _row(one: Block | Removed, rule: str) -> Row:
    return Row(one.kind, one.text, one.level, rule, one.lead, one.marker, one.spans, one.cells)


def blocks_of(rows: Iterable[Row]) -> tuple[Block, ...]:
    return tuple(_block(row) for row in rows if row.kept)


def _block(row: Row) -> Block:
    return Block(row.kind, row.text, row.level, row.lead, row.marker, row.spans, row.cells)


def removed_of(rows: Iterable[Row]) -> tuple[Removed, ...]:
    removed: list[Removed] = []
    before = 0
    for row in rows:
        if row.kept:
            before += 1
        else:
            removed.append(removal(row.rule, _block(row), before))
    return tuple(removed)


def flipped(row: Row, action: Action, rule: str = STRUCK) -> Row:
    """The row as the action wants it; itself where it is so already."""
    if row.kept == (action == "restore"):
        return row
    return replace(row, rule="" if action == "restore" else rule)


def keys(rows: Iterable[Row]) -> list[Key]:
    """What each row is known by in another cleaning: its text, white space aside, and which of that text it is."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        text = _folded(row.text)
        found.append((text, seen[text]))
        seen[text] += 1
    return found


def edit_of(rows: Sequence[Row], index: int, action: Action) -> Edit:
    return Edit(action, rows[index].text, keys(rows)[index][1])


def edited(rows: Sequence[Row], edits: Iterable[Edit]) -> tuple[Row, ...]:
    """The rows as readers want them; of two words on one row the later counts."""
    wanted = {_key(edit): edit.action for edit in edits}
    pairs = zip(rows, keys(rows), strict=True)
    return tuple(flipped(row, wanted[key]) if key in wanted else row for row, key in pairs)


def spoken_of(rows: Sequence[Row], edits: Iterable[Edit]) -> set[int]:
    """The places of the rows readers spoke of."""
    said = {_key(edit) for edit in edits}
    return {index for index, key in enumerate(keys(rows)) if key in said}


def missing(rows: Sequence[Row], edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits whose text is no longer on the page."""
    there = set(keys(rows))
    return tuple(edit for edit in edits if _key(edit) not in there)


def joined(edits: Iterable[Edit], more: Iterable[Edit]) -> tuple[Edit, ...]:
    """Both, with one word for each row: the later."""
    return tuple({_key(edit): edit for edit in (*edits, *more)}.values())


def _key(edit: Edit) -> Key:
    return _folded(edit.text), edit.occurrence


def _folded(text: str) -> str:
    return "".join(text.split())
