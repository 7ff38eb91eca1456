"""Themes against columns. Every number is that of the marks which the notes page shows under the cell's filter."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from annotations.filters import reposted

Measure = Literal["marks", "articles", "characters", "rate", "share"]


@dataclass(frozen=True, slots=True)
class Text:
    """An article: how many characters that are not blank it has, where its text appeared first, if it is asked for."""

    characters: int
    first: int | None = None
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the text version, from `start` to before `end`, and all themes it counts for: with their parents."""

    id: int
    article: int
    version: int
    start: int
    end: int
    words: str
    themes: frozenset[int]


@dataclass(frozen=True)
class Cell:
    """The marks of a row in a column; `of` are all marks of the column, `characters` those of its articles."""

    marks: Sequence[Mark]
    of: int
    characters: int

    def value(self, measure: Measure) -> float:
        """marks and articles: how many; characters: how many are marked, once each; rate: marks for each thousand
        characters; share: per cent of the column's marks."""
        match measure:
            case "marks":
                return len(self.marks)
            case "articles":
                return len({mark.article for mark in self.marks})
            case "characters":
                return covered(self.marks)
            case "rate":
                return 1000 * len(self.marks) / self.characters if self.characters else 0.0
            case "share":
                return 100 * len(self.marks) / self.of if self.of else 0.0


class Matrix:
    """Marks by theme and column. `columns` has the articles of each column, or none of them for a column of themes.

    A mark in a repost counts in a cell only where the text's first appearance has none there on the same words;
    `again` is how many marks that took from the project. Parents have the marks of their children, each once.
    """

    def __init__(self, texts: Mapping[int, Text], marks: Iterable[Mark], *, once: bool = True) -> None:
        self.texts, self.every, self.once = texts, list(marks), once
        self.asked = [mark for mark in self.every if texts[mark.article].asked]
        kept = self.kept(self.every)
        self.again = len(self.asked) - len(kept)
        self.total = len(kept)

    def by_articles(self, theme: int | None, columns: Mapping[str, Collection[int]]) -> dict[str, Cell]:
        """The theme's cell in each column of articles; of all marks for None. Columns may share articles."""
        every, own = self._every_by_article, self._by_article(theme)
        return {
            key: Cell(
                [mark for article in articles for mark in own[article]],
                sum(len(every[article]) for article in articles),
                sum(self.texts[article].characters for article in articles),
            )
            for key, articles in columns.items()
        }

    def with_theme(self, theme: int | None, other: int) -> Cell:
        """The marks that carry both themes, measured against those of `other` and all articles asked for."""
        found = self.kept(mark for mark in self._of(theme) if other in mark.themes)
        return Cell(found, self._counts[other], self.characters)

    @cached_property
    def characters(self) -> int:
        return sum(text.characters for text in self.texts.values() if text.asked)

    def kept(self, marks: Iterable[Mark]) -> list[Mark]:
        """Those in articles asked for, without what is said again."""
        given = list(marks)
        shown = [mark for mark in given if self.texts[mark.article].asked]
        if not self.once:
            return shown
        later = [(m.id, first, m.words) for m in shown if (first := self.texts[m.article].first) is not None]
        origins = {first for _id, first, _words in later}
        left_out = reposted.again(later, ((m.article, m.words) for m in given if m.article in origins))
        return [mark for mark in shown if mark.id not in left_out]

    @cached_property
    def _counts(self) -> dict[int, int]:
        """How many marks each theme has."""
        return defaultdict(int, {theme: len(self.kept(marks)) for theme, marks in self._themed.items()})

    def _of(self, theme: int | None) -> Iterable[Mark]:
        return self.every if theme is None else self._themed.get(theme, [])

    @cached_property
    def _every_by_article(self) -> dict[int, list[Mark]]:
        return self._by_article(None)

    def _by_article(self, theme: int | None) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = defaultdict(list)
        for mark in self.kept(self._of(theme)):
            found[mark.article].append(mark)
        return found

    @cached_property
    def _themed(self) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = defaultdict(list)
        for mark in self.every:
            for theme in mark.themes:
                found[theme].append(mark)
        return found


def covered(marks: Iterable[Mark]) -> int:
    """How many characters of their texts the marks cover, each once."""
    total = reach = 0
    version = None
    for mark in sorted(marks, key=lambda mark: (mark.version, mark.start)):
        if mark.version != version:
            version, reach = mark.version, 0
        total += max(0, mark.end - max(reach, mark.start))
        reach = max(reach, mark.end)
    return total
