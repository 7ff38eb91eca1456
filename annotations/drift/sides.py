"""The two texts that are compared, with the marks on them; and which articles seem to be meant for it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, pairwise

from annotations.filters.queries import all_marks
from annotations.models import Highlight, Theme
from reader.articles import queries
from reader.models import Article, Project, TextVersion

# So many pairs are offered. Longer texts would keep a request waiting for many seconds.
OFFERED, LONGEST = 8, 300_000
_NUMBERS = re.compile(r"[\d０-９〇零一二三四五六七八九十]+")


@dataclass(frozen=True)
class Side:
    """An article in one of its versions, its `marks` in the text's order; `blocks` are where its paragraphs begin."""

    article: Article
    version: TextVersion
    marks: Sequence[Highlight]
    blocks: Sequence[int] = field(repr=False)

    @property
    def is_current(self) -> bool:
        return self.version.pk == self.article.version_id

    def paragraph(self, start: int) -> int:
        """The number of the paragraph that has this place."""
        return bisect_right(self.blocks, start)

    def marked(self, start: int, end: int) -> tuple[list[Theme], int]:
        """The themes of the marks that touch the stretch, each once, and how many of these marks have none."""
        found = [list(mark.themes.all()) for mark in self.touching(start, end)]
        return list(dict.fromkeys(chain.from_iterable(found))), found.count([])

    def touching(self, start: int, end: int) -> list[Highlight]:
        """The marks that share a character with it."""
        first, after = bisect_right(self._reach, start), bisect_left(self.marks, end, key=lambda mark: mark.start)
        return [mark for mark in self.marks[first:after] if mark.end > start]

    @cached_property
    def _reach(self) -> list[int]:
        """How far each mark or one before it goes."""
        return list(accumulate((mark.end for mark in self.marks), max))


def side(project: Project, article: int, number: int | None) -> Side:
    """The article in the version of this number, or the one that is shown; 404 for what is not there."""
    found = queries.article(project, article)
    version = queries.version(found, number) if number else found.current
    marks = all_marks(project).filter(article=found, version=version).prefetch_related("themes").order_by("start")
    starts = accumulate((len(block["text"]) + 1 for block in version.blocks), initial=0)
    return Side(found, version, list(marks), list(starts)[:-1])


def too_long(*sides: Side) -> bool:
    return any(len(side.version.text) > LONGEST for side in sides)


def choices(project: Project) -> list[Article]:
    """The articles one may choose, the latest first."""
    return list(queries.articles(project).only("title", "published", "repost_of").order_by("-published", "-pk"))


def offered(articles: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Neighbours in time among articles whose titles differ in their numbers alone, the older one first: the report of
    this year and of the last."""
    alike: dict[str, list[Article]] = {}
    for article in reversed([one for one in articles if one.published and not one.repost_of_id]):
        masked = _NUMBERS.sub("#", article.title)
        if masked != article.title:
            alike.setdefault(masked, []).append(article)
    return list(_neighbours(alike.values()))[:OFFERED]


def _neighbours(groups: Iterable[list[Article]]) -> Iterator[tuple[Article, Article]]:
    for group in groups:
        yield from (pair for pair in pairwise(group) if pair[0].title != pair[1].title)
