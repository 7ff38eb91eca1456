"""What cleaning kept and what it took, in the order of the page, as the cleaning record shows it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from django.utils.translation import gettext

from reader.articles import versions
from reader.articles.inside import cuts_inside
from reader.articles.rows import RULES as READER_RULES
from reader.articles.rows import Edit, Row, spoken_of
from reader.extraction import RULES
from reader.models import TextVersion

# Rules whose lines tell something of the article: it is in the metadata.
TELLING = {"breadcrumb", "byline", "editor_line", "original_title"}

# Of a long cut so many lines are seen at once.
SHOWN = 6


@dataclass(frozen=True)
class Line:
    """A row of the page; `index` is its place among all of them, `edited` that a reader spoke of it."""

    index: int
    text: str
    kind: str
    edited: bool


@dataclass(frozen=True)
class Group:
    """A kept line, or neighbouring cuts of one rule. `opens` is the number of the article's page it begins, 0 where it
    stands within one or the article has one only. `inside`: it was taken between paragraphs of the text."""

    rule: str
    label: str
    lines: tuple[Line, ...]
    opens: int = 0
    inside: bool = False

    @property
    def kept(self) -> bool:
        return not self.rule

    @property
    def by_reader(self) -> bool:
        """Whether it was the reader's or the project's wish that took it, not a rule for all."""
        return self.rule in READER_RULES

    @property
    def shown(self) -> tuple[Line, ...]:
        return self.lines[:SHOWN]

    @property
    def folded(self) -> tuple[Line, ...]:
        return self.lines[SHOWN:]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def told(self) -> bool:
        return self.rule in TELLING


def rule_label(rule: str) -> str:
    """The rule's name in the reader's language."""
    return gettext((RULES | READER_RULES).get(rule, rule))


def record_of(version: TextVersion) -> tuple[Group, ...]:
    pages = [source.rows for source in versions.extent(version).pages]
    rows = versions.rows(version)
    inside = {cut.row for cut in cuts_inside(rows).values()}
    return tuple(_told_inside(groups(rows, versions.edits(version), pages), inside))


def _told_inside(found: Iterable[Group], inside: Collection[int]) -> Iterator[Group]:
    """Groups that a cut inside the text begins, and those that go on with it."""
    within = False
    for group in found:
        within = not group.kept and not group.by_reader and (within or group.first.index in inside)
        yield replace(group, inside=within)


def groups(rows: Sequence[Row], edits: Iterable[Edit], pages: Sequence[int] = ()) -> tuple[Group, ...]:
    """Kept lines each alone; neighbouring cuts of one rule together, those of one page: `pages` counts their rows."""
    said = spoken_of(rows, edits)
    opening = {start: number for number, start in enumerate(accumulate([0, *pages[:-1]]), 1)} if len(pages) > 1 else {}
    lines = [(row, Line(index, row.text, row.kind, index in said)) for index, row in enumerate(rows)]
    found: list[Group] = []
    for row, line in lines:
        number = opening.get(line.index, 0)
        if found and not row.kept and row.rule == found[-1].rule and not number:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
        else:
            found.append(Group(row.rule, rule_label(row.rule), (line,), number))
    return tuple(found)
