"""The rows of the library: articles with their opening, themes, progress and waiting proposals."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

from annotations.library import queries
from annotations.models import Theme
from reader.articles.queries import first_appearances
from reader.labels.queries import of_articles
from reader.models import Article, Label, Progress, Project
from reader.text.sentences import ENDING, sentences

OPENING = 60
LEADING = 2


@dataclass(frozen=True)
class ThemeCount:
    """A theme accepted on an article or given in it, and how often it was given."""

    theme: Theme
    count: int


@dataclass(frozen=True)
class Row:
    article: Article
    opening: str
    themes: list[ThemeCount]
    progress: Progress | None
    proposals: int
    first: Article | None
    marks: int
    people: int
    labels: list[Label]

    @property
    def starred(self) -> bool:
        return bool(self.labels) and self.labels[0].star

    @property
    def named(self) -> list[Label]:
        return [label for label in self.labels if not label.star]

    @property
    def leading(self) -> list[ThemeCount]:
        """The themes that a compact row has room for: those given most often."""
        return sorted(self.themes, key=lambda item: -item.count)[:LEADING]

    @property
    def further(self) -> int:
        return max(0, len(self.themes) - LEADING)


def rows(project: Project, user: User, articles: Sequence[Article], themes: Sequence[Theme]) -> list[Row]:
    """A row for each of the articles; `themes` are all of the project's, in the codebook's order."""
    ids = [article.pk for article in articles]
    beginnings = queries.beginnings(project, articles)
    counts = _counts(project, ids, themes)
    progress = queries.progress(project, user, ids)
    proposals = queries.proposal_counts(project, ids)
    firsts = first_appearances(project, articles)
    marks = queries.mark_counts(project, ids)
    labels = of_articles(project, ids)
    return [
        Row(
            article=article,
            opening=opening(beginnings.get(article.pk, "")),
            themes=counts[article.pk],
            progress=progress.get(article.pk),
            proposals=proposals.get(article.pk, 0),
            first=firsts.get(article.repost_of_id or 0),
            marks=marks.get(article.pk, (0, 0))[0],
            people=marks.get(article.pk, (0, 0))[1],
            labels=labels.get(article.pk, []),
        )
        for article in articles
    ]


def opening(beginning: str) -> str:
    """The first sentences of the first paragraph: a line that ends as a sentence does, which a heading does not."""
    lines = [line.strip() for line in beginning.split("\n") if line.strip()]
    paragraph = next((line for line in lines if line[-1] in ENDING + "”"), lines[-1] if lines else "")
    end = 0
    for _, end in sentences(paragraph[: 5 * OPENING]):
        if end >= OPENING:
            break
    return paragraph[:end]


def _counts(project: Project, ids: list[int], themes: Sequence[Theme]) -> dict[int, list[ThemeCount]]:
    """What stands on each article, by its id."""
    given = queries.tag_counts(project, ids)
    pairs = {*given, *queries.accepted_themes(project, ids)}
    counts: dict[int, list[ThemeCount]] = defaultdict(list)
    for theme in themes:
        for article in ids:
            if (article, theme.pk) in pairs:
                counts[article].append(ThemeCount(theme, given.get((article, theme.pk), 0)))
    return counts
