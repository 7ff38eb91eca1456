"""A text version's blocks for the page that shows them: numbered, tables drawn together, notes linked both ways."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.articles.grid import Placed, drawn, goes_on
from reader.articles.inside import Cut
from reader.extraction import Block
from reader.text.themes import STATING, heading_levels


@dataclass(frozen=True, slots=True)
class Shown:
    """`start` is the code point at which the block begins in the text. `links` leads from a span that is a note's mark,
    by its place among the spans, to the note's number; `called` from a note back to (block, span). `cut` is what was
    taken right above it, `heading` the block's level in the outline, 0 where it is no heading."""

    block: Block
    number: int
    start: int
    links: dict[int, int] = field(default_factory=dict)
    called: tuple[int, int] | None = None
    cut: Cut | None = None
    heading: int = 0

    @property
    def tag(self) -> str:
        """The element of its text."""
        if self.block.kind == "heading":
            return "h2" if self.block.level <= 2 else "h3"
        return "blockquote" if self.block.kind == "quote" else "p"

    @property
    def sign(self) -> str:
        """What stands beside its text: the marker, or an arrow back where a note's text says the marker itself."""
        said = self.block.kind == "note" and self.block.text.startswith(self.block.marker)
        return ("↩" if self.called else "") if said else self.block.marker


@dataclass(frozen=True, slots=True)
class TableRow:
    """`shown` is None for a row without text, which only holds its place."""

    shown: Shown | None
    cells: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One block, or the rows of one table."""

    shown: Shown
    rows: tuple[TableRow, ...] = ()

    @property
    def cuts(self) -> list[Cut]:
        """What cleaning took above it and between its rows."""
        all_shown = [row.shown for row in self.rows] or [self.shown]
        return [shown.cut for shown in all_shown if shown and shown.cut]


def parts(blocks: Sequence[Block], cuts: Mapping[int, Cut] | None = None, title: str = "") -> list[Part]:
    """`cuts` by the number of the block below them (reader.articles.inside). `title` is the article's: a line that says
    it once more is no heading."""
    found: list[Part] = []
    table: list[Shown] = []
    for shown in _linked(_numbered(blocks, cuts or {}, _levels(title, blocks))):
        cells = shown.block.cells
        if table and not goes_on(table[-1].block, shown.block):
            found.append(_table(table))
            table = []
        if cells:
            table.append(shown)
        else:
            found.append(Part(shown))
    return [*found, _table(table)] if table else found


def _levels(title: str, blocks: Sequence[Block]) -> dict[int, int]:
    known = {place: block.level for place, block in enumerate(blocks) if block.kind == "heading"}
    return heading_levels(title, [block.text if block.kind in STATING else "" for block in blocks], known)


def _numbered(blocks: Sequence[Block], cuts: Mapping[int, Cut], levels: Mapping[int, int]) -> Iterator[Shown]:
    start = 0
    for number, block in enumerate(blocks, 1):
        yield Shown(block, number, start, cut=cuts.get(number), heading=levels.get(number - 1, 0))
        start += len(block.text) + 1


def _linked(numbered: Iterator[Shown]) -> list[Shown]:
    """A mark leads to the next note of its name, for joined pages count their notes anew; else to the last."""
    found = list(numbered)
    notes: defaultdict[str, list[int]] = defaultdict(list)
    for shown in found:
        if shown.block.kind == "note" and shown.block.marker:
            notes[shown.block.marker].append(shown.number)
    called: dict[int, tuple[int, int]] = {}
    for at, shown in enumerate(found) if notes else ():
        for place, span in enumerate(shown.block.spans):
            numbers = notes.get(span.target, []) if span.kind == "note" else []
            if numbers:
                note = next((number for number in numbers if number > shown.number), numbers[-1])
                called.setdefault(note, (shown.number, place))
                found[at] = replace(found[at], links={**found[at].links, place: note})
    return [replace(shown, called=called[shown.number]) if shown.number in called else shown for shown in found]


def _table(rows: Sequence[Shown]) -> Part:
    grid = drawn([row.block for row in rows])
    return Part(rows[0], tuple(TableRow(None if one.at is None else rows[one.at], one.cells) for one in grid))
