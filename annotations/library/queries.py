"""What the library page reads. Like every query here, these name their project on every table they join."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr

from annotations.marks.queries import LATEST_FIRST
from annotations.models import LIKELY, ArticleTheme, Highlight, Tagging
from annotations.themes.queries import themes
from annotations.themes.tree import below
from reader.articles.queries import articles
from reader.labels.queries import with_label
from reader.models import Article, Progress, Project, TextVersion
from reader.people.names import names_of

BEGINNING = 600
ORDERS: dict[str, tuple[Any, ...]] = {
    "added": ("-added", "-pk"),
    "marks": (F("marks").desc(nulls_last=True), *LATEST_FIRST),
    "published": LATEST_FIRST,
    "read": (F("read").desc(nulls_last=True), *LATEST_FIRST),
    "title": ("title", "pk"),
}


@dataclass(frozen=True)
class Wanted:
    """What the filters leave: 0, "" and False ask for nothing. Of several themes or labels an article has every one;
    `person` has marked in it, `waiting` has proposals nobody has decided on."""

    theme: tuple[int, ...] = ()
    label: tuple[int, ...] = ()
    person: int = 0
    source: str = ""
    year: int = 0
    unread: bool = False
    waiting: bool = False
    sort: str = "published"

    @property
    def narrows(self) -> bool:
        """Whether it may leave an article out."""
        return replace(self, sort="published") != Wanted()


def matching(project: Project, user: User, wanted: Wanted, besides: int = 0) -> QuerySet[Article]:
    """The undeleted articles that the filters leave, in the order asked for; `besides` counts as unread."""
    kept = articles(project)
    tree = list(themes(project)) if wanted.theme else []
    for theme in wanted.theme:
        kept = kept.filter(about(project, below(tree, theme)))
    for label in wanted.label:
        kept = kept.filter(pk__in=with_label(project, label))
    if wanted.person:
        kept = kept.filter(pk__in=_marks(project).filter(author=wanted.person).values("article"))
    if wanted.waiting:
        kept = kept.filter(pk__in=_undecided(project).values("article"))
    if wanted.source:
        kept = kept.filter(source=wanted.source)
    if wanted.year:
        kept = kept.filter(published__year=wanted.year)
    if wanted.unread:
        kept = kept.exclude(pk__in=_begun(project, user).exclude(article=besides).values("article"))
    return _sortable(project, user, kept, wanted.sort).order_by(*ORDERS[wanted.sort])


def _sortable(project: Project, user: User, kept: QuerySet[Article], sort: str) -> QuerySet[Article]:
    """With what the order looks at, counted on its own table."""
    if sort == "marks":
        here = _marks(project).filter(article=OuterRef("pk")).order_by().values("article")
        return kept.annotate(marks=Subquery(here.annotate(number=Count("pk")).values("number")))
    if sort == "read":
        mine = Progress.objects.filter(project=project, user=user.pk, article=OuterRef("pk"), block__gte=1)
        return kept.annotate(read=Subquery(mine.values("updated")[:1]))
    return kept


def _marks(project: Project) -> QuerySet[Highlight]:
    return Highlight.objects.filter(project=project, deleted=None)


def beginnings(project: Project, found: Iterable[Article]) -> dict[int, str]:
    """The first characters of each article's text, by the article's id."""
    versions = TextVersion.objects.filter(project=project, pk__in=[row.version_id for row in found])
    return dict(versions.order_by().values_list("article", Substr("text", 1, BEGINNING)))


def about(project: Project, theme_ids: set[int]) -> Q:
    """Articles on which one of the themes was accepted, or a passage tagged with it."""
    accepted = ArticleTheme.objects.filter(project=project, theme__in=theme_ids)
    tagged = Tagging.objects.filter(
        project=project, theme__in=theme_ids, highlight__project=project, highlight__deleted=None
    )
    return Q(pk__in=accepted.values("article")) | Q(pk__in=tagged.values("highlight__article"))


def _begun(project: Project, user: User) -> QuerySet[Progress]:
    return Progress.objects.filter(project=project, user=user.pk, block__gte=1)


def sources(project: Project) -> list[str]:
    named = articles(project).exclude(source="").order_by("source")
    return list(named.values_list("source", flat=True).distinct())


def years(project: Project) -> list[int]:
    """The years in which the project's articles appeared, the latest first."""
    dated = articles(project).filter(published__isnull=False)
    return [year.year for year in dated.datetimes("published", "year", order="DESC")]


def tag_counts(project: Project, article_ids: Iterable[int]) -> dict[tuple[int, int], int]:
    """How often each theme was given in each article: counts by (article, theme)."""
    given = Tagging.objects.filter(
        project=project,
        highlight__project=project,
        highlight__deleted=None,
        highlight__article__in=list(article_ids),
    )
    counted = given.order_by().values_list("highlight__article", "theme").annotate(Count("pk"))
    return {(article, theme): number for article, theme, number in counted}


def accepted_themes(project: Project, article_ids: Iterable[int]) -> list[tuple[int, int]]:
    """(article, theme) of all that was accepted."""
    accepted = ArticleTheme.objects.filter(project=project, article__in=list(article_ids), theme__isnull=False)
    return list(accepted.values_list("article", "theme"))


def _undecided(project: Project) -> QuerySet[ArticleTheme]:
    proposed = ArticleTheme.objects.filter(project=project, status=ArticleTheme.Status.PROPOSED)
    return proposed.filter(score__gte=LIKELY, parent=None)


def proposal_counts(project: Project, article_ids: Iterable[int]) -> dict[int, int]:
    """How many proposals wait for a decision, by article."""
    waiting = _undecided(project).filter(article__in=list(article_ids))
    return dict(waiting.order_by().values_list("article").annotate(Count("pk")))


def mark_counts(project: Project, article_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """How many marks each article has, and of how many people."""
    counted = _marks(project).filter(article__in=list(article_ids)).order_by().values_list("article")
    rows = counted.annotate(Count("pk"), Count("author", distinct=True))
    return {article: (marks, people) for article, marks, people in rows}


def people(project: Project) -> list[tuple[int, str]]:
    """Who has marked in the project's articles, by name."""
    there = _marks(project).filter(author__isnull=False, article__project=project, article__deleted=None)
    found = User.objects.filter(pk__in=there.order_by().values("author"))
    return sorted(names_of(found).items(), key=lambda row: row[1])


def progress(project: Project, user: User, article_ids: Iterable[int]) -> dict[int, Progress]:
    """The person's place in each article they have begun."""
    return {row.article_id: row for row in _begun(project, user).filter(article__in=list(article_ids))}


def highlight_total(project: Project) -> int:
    return Highlight.objects.filter(
        project=project, deleted=None, article__project=project, article__deleted=None
    ).count()
