"""What the notes page and the exports read of the marks. Every query names its project on every table it joins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.contrib.auth.models import User
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    prefetch_related_objects,
)

from annotations.exports.document import SHANGHAI
from annotations.filters import reposted
from annotations.filters.filter import Filter
from annotations.marks.queries import ordered_taggings
from annotations.models import Highlight, Memo, SavedFilter, Tagging, Theme
from annotations.themes import queries
from annotations.themes.tree import below, in_order
from reader.labels.queries import with_label
from reader.models import Article, Project, Snapshot

# What a note is shown with, without the long columns that it is not.
WITH = ("author", "article", "version")
HEAVY = ("version__words", "version__removed", "version__text")
# What an article's row says where something is not known of it.
LACKING: dict[str, dict[str, Any]] = {
    "source": {"source": ""},
    "byline": {"authors": []},
    "published": {"published": None},
}


@dataclass(frozen=True)
class Facet:
    """The marks of one person in one article: how many there are that the filter shows, and how many of those bare."""

    article: int
    title: str
    source: str
    person: int | None
    name: str
    shown: int
    untagged: int


def all_marks(project: Project) -> QuerySet[Highlight]:
    return Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)


def matching(project: Project, wanted: Filter, themes: Sequence[Theme]) -> QuerySet[Highlight]:
    """The undeleted marks of undeleted articles that the filter leaves; `themes` are the project's."""
    kept = all_marks(project).filter(articles_asked(project, wanted, "article__"), _marked(wanted), _words(wanted))
    if wanted.theme:
        kept = _tagged(project, kept, theme_ids(wanted, themes))
    if wanted.also:
        kept = _tagged(project, kept, below(themes, wanted.also))
    if wanted.untagged:
        kept = bare(project, kept)
    return kept.exclude(pk__in=_again(project, kept, wanted, themes)) if wanted.once else kept


def articles_asked(project: Project, wanted: Filter, prefix: str = "") -> Q:
    """What the filter asks of the articles, on themselves or on what has them behind the prefix."""
    asked: dict[str, Any] = {"source": wanted.source} if wanted.source else {}
    if wanted.article:
        asked["pk"] = wanted.article
    if wanted.among:
        asked["pk__in"] = wanted.among
    if wanted.dated == "published":
        asked |= _days(wanted, "published")
    if wanted.lacks:
        asked |= LACKING[wanted.lacks]
    found = Q(**{f"{prefix}{name}": value for name, value in asked.items()})
    if wanted.label:
        found &= Q(**{f"{prefix}pk__in": with_label(project, wanted.label)})
    return found & Q(**{f"{prefix}pk__in": _written_by(project, wanted.byline)}) if wanted.byline else found


def theme_ids(wanted: Filter, themes: Sequence[Theme]) -> set[int]:
    return {wanted.theme} if wanted.alone else below(themes, wanted.theme)


def facets(project: Project, shown: QuerySet[Highlight]) -> list[Facet]:
    """Every article and person with marks, and how many of theirs are shown: all counts of the page in one query."""
    here = Q(pk__in=shown.order_by().values("pk"))
    bare = Q(~Exists(Tagging.objects.filter(project=project, highlight=OuterRef("pk"))))
    names = ("article", "article__title", "article__source", "author")
    person = ("author__username", "author__first_name", "author__last_name")
    counted: Any = all_marks(project).order_by("article__title", "article").values_list(*names, *person)
    rows = counted.annotate(shown=Count("pk", filter=here), untagged=Count("pk", filter=here & bare))
    return [
        Facet(article, title, source, author, _name(username, first, last), shown, untagged)
        for article, title, source, author, username, first, last, shown, untagged in rows
    ]


def theme_counts(project: Project, shown: QuerySet[Highlight], ids: set[int] | None) -> dict[int | None, int]:
    """How often each theme stands on a mark that is shown; of all themes for None."""
    counted = taggings(project, shown, ids).order_by().values_list("theme").annotate(Count("pk"))
    return dict(counted)


def taggings(project: Project, shown: QuerySet[Highlight], ids: set[int] | None) -> QuerySet[Tagging]:
    kept = Tagging.objects.filter(project=project, highlight__project=project, highlight__in=shown.order_by())
    return kept if ids is None else kept.filter(theme__in=ids)


def bare(project: Project, shown: QuerySet[Highlight]) -> QuerySet[Highlight]:
    """Those of the marks that carry no theme."""
    return shown.exclude(pk__in=Tagging.objects.filter(project=project).values("highlight"))


def in_text_order(shown: QuerySet[Highlight]) -> QuerySet[Highlight]:
    """By article, the latest first, then by place."""
    return shown.order_by(*_text_order(""))


def rows(project: Project, shown: QuerySet[Highlight], start: int, end: int) -> list[Highlight]:
    """A slice of the marks in text order, with all that a note is shown with."""
    found = in_text_order(shown).select_related(*WITH).defer(*HEAVY).annotate(saved=_saved(project, "article"))
    return _with_taggings(project, list(found[start:end]))


def tagged_rows(
    project: Project, tagged: QuerySet[Tagging], order: Sequence[Theme], start: int, end: int
) -> list[tuple[int, Highlight]]:
    """A slice of (theme, mark), by the themes' order and then as the text goes."""
    rank = Case(*(When(theme=theme.pk, then=Value(place)) for place, theme in enumerate(order)), default=len(order))
    found = tagged.order_by(rank, *_text_order("highlight__")).select_related(*(f"highlight__{name}" for name in WITH))
    found = found.defer(*(f"highlight__{name}" for name in HEAVY))
    pairs = list(found.annotate(saved=_saved(project, "highlight__article"))[start:end])
    for row in pairs:
        row.highlight.saved = row.saved  # type: ignore[attr-defined]
    _with_taggings(project, [row.highlight for row in pairs])
    return [(row.theme_id, row.highlight) for row in pairs]


def themes(project: Project) -> list[Theme]:
    """The project's themes in the codebook's order, each with its memo's text and revision."""
    own = Memo.objects.filter(project=project, theme=OuterRef("pk"))
    memo = {"memo_text": Subquery(own.values("text")), "memo_revision": Subquery(own.values("revision"))}
    return in_order(queries.themes(project).annotate(**memo))


def saved_filters(project: Project, user: User) -> QuerySet[SavedFilter]:
    return SavedFilter.objects.filter(project=project, user=user)


def placed(project: Project, shown: QuerySet[Highlight]) -> QuerySet[Highlight]:
    """Those that stand in their article's current text, as exports need them."""
    there = in_text_order(shown.filter(version=F("article__version"))).select_related("author")
    return there.prefetch_related(ordered_taggings(project.pk))


def unplaced(shown: QuerySet[Highlight]) -> QuerySet[Highlight]:
    """Those that stand in an older text only."""
    return in_text_order(shown.exclude(version=F("article__version"))).select_related("article")


def cited(project: Project, article_ids: Iterable[int]) -> QuerySet[Article]:
    """The articles as a reference list needs them, without texts; `saved` is when each was first captured."""
    found = Article.objects.filter(project=project, pk__in=list(article_ids)).order_by(
        F("published").desc(nulls_last=True), "-pk"
    )
    return found.annotate(saved=_saved(project, "pk"))


def texts(project: Project, article_ids: Iterable[int]) -> dict[int, Article]:
    """Undeleted articles with their current text, by id, without what no export reads."""
    found = Article.objects.filter(project=project, deleted=None, version__project=project, pk__in=list(article_ids))
    return {row.pk: row for row in found.select_related("version").defer(*HEAVY)}


def _tagged(project: Project, kept: QuerySet[Highlight], ids: set[int]) -> QuerySet[Highlight]:
    return kept.filter(pk__in=Tagging.objects.filter(project=project, theme__in=ids).values("highlight"))


def _again(project: Project, kept: QuerySet[Highlight], wanted: Filter, themes: Sequence[Theme]) -> set[int]:
    """Those of the marks that say again what is marked where the repost's text appeared first."""
    later = kept.order_by().filter(article__repost_of__isnull=False).values_list("pk", "article__repost_of", "exact")
    found = list(later)
    if not found:
        return set()
    origins = {first for _mark, first, _exact in found}
    firsts = matching(project, wanted.anywhere, themes).filter(article__in=origins)
    return reposted.again(found, firsts.order_by().values_list("article", "exact"))


def _written_by(project: Project, name: str) -> set[int]:
    """The articles with this name among their authors."""
    written = Article.objects.filter(project=project).exclude(authors=[]).order_by().values_list("pk", "authors")
    return {pk for pk, authors in written if any(author["name"] == name for author in authors)}


def _marked(wanted: Filter) -> Q:
    made_by = Q(author=wanted.person) if wanted.person else Q()
    return made_by & Q(**_days(wanted, "created")) if wanted.dated == "marked" else made_by


def _days(wanted: Filter, field: str) -> dict[str, datetime]:
    """The days are those of clocks in China."""
    asked: dict[str, datetime] = {}
    if wanted.since:
        asked[f"{field}__gte"] = datetime.combine(wanted.since, time.min, SHANGHAI)
    if wanted.until:
        asked[f"{field}__lte"] = datetime.combine(wanted.until, time.max, SHANGHAI)
    return asked


def _words(wanted: Filter) -> Q:
    found = Q(exact__icontains=wanted.text) | Q(note__icontains=wanted.text) if wanted.text else Q()
    return found & {"": Q(), "with": ~Q(note=""), "without": Q(note="")}[wanted.note]


def _text_order(prefix: str) -> tuple[Any, ...]:
    published = F(f"{prefix}article__published").desc(nulls_last=True)
    return (published, f"-{prefix}article", f"{prefix}start", f"{prefix}end", f"{prefix}pk")


def _saved(project: Project, article: str) -> Subquery:
    """When the article was first captured."""
    pages = Snapshot.objects.filter(project=project, article=OuterRef(article)).order_by("saved")
    return Subquery(pages.values("saved")[:1])


def _with_taggings(project: Project, found: list[Highlight]) -> list[Highlight]:
    prefetch_related_objects(found, ordered_taggings(project.pk))
    return found


def _name(username: str | None, first: str | None, last: str | None) -> str:
    return " ".join(filter(None, (first, last))) or username or ""
