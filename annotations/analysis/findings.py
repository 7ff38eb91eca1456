"""What the texts asked for state, with the sentence each stands in: a few queries however many articles there are."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse

from annotations.analysis import correcting
from annotations.analysis.rows import From, Row
from annotations.filters import queries
from annotations.filters.filter import Filter
from reader.articles import blocks
from reader.articles.queries import articles
from reader.models import Findings, Project, TextVersion
from reader.text.findings.documents import Cited
from reader.text.findings.numbers import Number


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence parted at what was found in it, and its address."""

    before: str
    words: str
    after: str
    link: str

    @property
    def sentence(self) -> str:
        return self.before + self.words + self.after


def cited(project: Project, wanted: Filter) -> list[Row[Cited]]:
    return _rows(project, wanted, "documents", Cited)


def stated(project: Project, wanted: Filter) -> list[Row[Number]]:
    return _rows(project, wanted, "numbers", Number)


def row(project: Project, kind: str, *, article: int, start: int, end: int) -> Row[Any] | None:
    """The finding of that kind that stands there in the article's text, as it is corrected."""
    rows: list[Row[Any]] = READERS[kind](project, Filter(article=article))
    return next((row for row in rows if (row.found.start, row.found.end) == (start, end)), None)


READERS: dict[str, Callable[[Project, Filter], list[Any]]] = {"documents": cited, "numbers": stated}


def _rows(project: Project, wanted: Filter, column: str, make: Callable[..., Any]) -> list[Row[Any]]:
    """By the article's date, the latest first, then by place."""
    asked = articles(project).filter(queries.articles_asked(project, wanted)).order_by().values("pk")
    there = Findings.objects.filter(project=project, article__in=asked, version=F("article__version"))
    named = ("article", "version", "article__title", "article__source", "article__published")
    kept = there.order_by(F("article__published").desc(nulls_last=True), "-article").values_list(*named, column)
    rows = [
        Row(article, start, end, make(*fields))
        for *about, lists in kept
        for article in [From(*about)]
        for start, end, *fields in lists
    ]
    return correcting.laid_over(project, column, rows)


def passages(project: Project, rows: Collection[Row[Any]]) -> list[Passage]:
    """The rows' sentences, read from no more texts than they stand in."""
    wanted = {row.article.version for row in rows}
    texts = dict(TextVersion.objects.filter(project=project, pk__in=wanted).values_list("pk", "text"))
    starts = blocks.starts(project, wanted)
    return [_passage(project, row, texts[row.article.version], starts.get(row.article.version, ())) for row in rows]


def _passage(project: Project, row: Row[Any], text: str, starts: Sequence[int]) -> Passage:
    found = row.found
    words = text[found.start : found.end]
    typed = urlencode({"find": f'"{words}"'})
    paragraph = bisect_right(starts, found.start)
    place = f"#p{paragraph}" if paragraph else ""
    link = f"{reverse('article', args=[project.pk, row.article.pk])}?{typed}{place}"
    return Passage(text[row.start : found.start], words, text[found.end : max(row.end, found.end)], link)
