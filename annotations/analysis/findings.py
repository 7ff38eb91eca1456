"""What the texts asked for state, with the sentence each stands in: two queries however many articles there are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse

from annotations.filters import queries
from annotations.filters.filter import Filter
from reader.articles.queries import articles
from reader.models import Findings, Project, TextVersion
from reader.text.findings.documents import Cited
from reader.text.findings.numbers import Number

Kind = TypeVar("Kind", Cited, Number)


@dataclass(frozen=True, slots=True)
class From:
    """The article something was found in."""

    pk: int
    version: int
    title: str
    source: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Row(Generic[Kind]):
    """What was found, and the start and end of its sentence."""

    article: From
    start: int
    end: int
    found: Kind


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


def _rows(project: Project, wanted: Filter, column: str, make: Callable[..., Any]) -> list[Row[Any]]:
    """By the article's date, the latest first, then by place."""
    asked = articles(project).filter(queries.articles_asked(project, wanted)).order_by().values("pk")
    there = Findings.objects.filter(project=project, article__in=asked, version=F("article__version"))
    named = ("article", "version", "article__title", "article__source", "article__published")
    kept = there.order_by(F("article__published").desc(nulls_last=True), "-article").values_list(*named, column)
    return [
        Row(article, start, end, make(*fields))
        for *about, lists in kept
        for article in [From(*about)]
        for start, end, *fields in lists
    ]


def passages(project: Project, rows: Collection[Row[Any]]) -> list[Passage]:
    """The rows' sentences, read from no more texts than they stand in."""
    wanted = {row.article.version for row in rows}
    texts = dict(TextVersion.objects.filter(project=project, pk__in=wanted).values_list("pk", "text"))
    return [_passage(project, row, texts[row.article.version]) for row in rows]


def _passage(project: Project, row: Row[Any], text: str) -> Passage:
    found = row.found
    words = text[found.start : found.end]
    typed = urlencode({"find": f'"{words}"'})
    paragraph = text.count("\n", 0, found.start) + 1
    link = f"{reverse('article', args=[project.pk, row.article.pk])}?{typed}#p{paragraph}"
    return Passage(text[row.start : found.start], words, text[found.end : max(row.end, found.end)], link)
