"""What a rule took between the paragraphs of a text, where a reader cannot see that something was there. PURE.

What was taken above the first block and below the last is the page around the article.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.rows import RULES, Row


@dataclass(frozen=True, slots=True)
class Cut:
    """Neighbouring rows: the place of the first among all rows, and how many they are."""

    row: int
    lines: int


def cuts_inside(rows: Sequence[Row]) -> dict[int, Cut]:
    """The cuts by the number (from 1) of the block that stands below. What the reader or the project wished is none."""
    found: dict[int, Cut] = {}
    number, first, lines = 0, 0, 0
    for place, row in enumerate(rows):
        if row.kept:
            number += 1
            if lines and number > 1:
                found[number] = Cut(first, lines)
            lines = 0
        elif row.rule not in RULES:
            first = first if lines else place
            lines += 1
    return found


def count_inside(rows: Sequence[Row]) -> int:
    """How many rows those are together."""
    return sum(cut.lines for cut in cuts_inside(rows).values())
