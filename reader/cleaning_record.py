"""What cleaning kept and what it took, in the order of the page, as the cleaning record shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from reader import versions
from reader.extraction import RULES
from reader.models import TextVersion
from reader.page_rows import RULES as READER_RULES
from reader.page_rows import Edit, Row, spoken_of

# Rules whose lines tell something of the article: it is in the metadata.
TELLING = {"breadcrumb", "byline", "editor_line", "original_title"}


@dataclass(frozen=True)
class Line:
    """A row of the page; `index` is its place among all of them, `edited` that a reader spoke of it."""

    index: int
    text: str
    kind: str
    edited: bool


@dataclass(frozen=True)
class Group:
    """A kept line, or neighbouring cuts of one rule."""

    rule: str
    label: str
    lines: tuple[Line, ...]

    @property
    def kept(self) -> bool:
        return not self.rule

    @property
    def by_reader(self) -> bool:
        """Whether it was the reader's or the project's wish that took it, not a rule for all."""
        return self.rule in READER_RULES

    @property
    def told(self) -> bool:
        return self.rule in TELLING


def rule_label(rule: str) -> str:
    """The rule's name in the reader's language."""
    return gettext((RULES | READER_RULES).get(rule, rule))


def record_of(version: TextVersion) -> tuple[Group, ...]:
    return groups(versions.rows(version), versions.edits(version))


def groups(rows: Sequence[Row], edits: Iterable[Edit]) -> tuple[Group, ...]:
    """Kept lines each alone; neighbouring cuts of one rule together."""
    said = spoken_of(rows, edits)
    lines = [(row, Line(index, row.text, row.kind, index in said)) for index, row in enumerate(rows)]
    together = groupby(lines, key=lambda pair: (pair[0].rule, pair[1].index if pair[0].kept else -1))
    return tuple(Group(rule, rule_label(rule), tuple(line for _, line in pairs)) for (rule, _), pairs in together)
