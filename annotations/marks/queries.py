"""Every read of the annotations app. Each query names its project on every table it joins."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.shortcuts import get_object_or_404
from django.utils import timezone

from annotations.history.queries import SETTLED
from annotations.models import Event, Highlight, Tagging
from reader.articles import queries
from reader.models import Article, Project, Snapshot

LATEST_FIRST = (F("published").desc(nulls_last=True), "-pk")


class MarkRow(NamedTuple):
    """A mark with one of its themes, None when it has none; a mark with several has several rows."""

    uuid: UUID
    start: int
    end: int
    note: str
    created: datetime
    updated: datetime
    revision: int
    author: int | None
    username: str
    first_name: str
    last_name: str
    theme: int | None


class Opened(NamedTuple):
    """An article to be read: with the words of its version, without its text."""

    article: Article
    saved: datetime | None
    cursor: int


def desk_article(project: Project, article_id: int) -> Opened:
    """The undeleted article, when it was first captured, and the cursor at which later changes begin."""
    settled = Event.objects.filter(project=project, time__lt=timezone.now() - SETTLED).order_by("-pk")
    pages = Snapshot.objects.filter(project=project, article=OuterRef("pk")).order_by("saved")
    shown = queries.articles(project).filter(version__project=project).select_related("version")
    shown = shown.defer("version__text", "version__blocks", "version__removed")
    known: QuerySet[Any] = shown.annotate(
        cursor=Subquery(settled.values("pk")[:1]), saved=Subquery(pages.values("saved")[:1])
    )
    row = get_object_or_404(known, pk=article_id)
    return Opened(row, row.saved, row.cursor or 0)


def highlights(found: Article) -> QuerySet[Highlight]:
    """The article's marks in text order, with authors and taggings; those of an old version are among them."""
    kept = Highlight.objects.filter(project=found.project_id, article=found, deleted=None)
    return kept.select_related("author").prefetch_related(ordered_taggings(found.project_id))


def mark_rows(found: Article) -> list[MarkRow]:
    """The marks of the version shown, in text order, in one query and as plain values: there may be thousands."""
    kept = Highlight.objects.filter(project=found.project_id, version=found.version_id or 0, deleted=None)
    kept = kept.annotate(tag=FilteredRelation("taggings", condition=Q(taggings__project=found.project_id)))
    person = [f"author__{name}" for name in ("username", "first_name", "last_name")]
    fields = ["uuid", "start", "end", "note", "created", "updated", "revision", "author", *person, "tag__theme"]
    return [MarkRow(*row) for row in kept.order_by("start", "end", "pk", "tag__pk").values_list(*fields)]


def highlight(project: Project, uuid: UUID) -> Highlight:
    """The undeleted highlight of an undeleted article, or 404."""
    kept = Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)
    return get_object_or_404(kept.select_related("author"), uuid=uuid)


def locked_highlight(project: Project, uuid: UUID) -> Highlight | None:
    """The row, deleted or not, held until the transaction ends."""
    return Highlight.objects.select_for_update().filter(project=project, uuid=uuid).first()


def locked_highlights(found: Article) -> list[Highlight]:
    """The article's undeleted marks, held until the transaction ends."""
    return list(undeleted(found).select_for_update().order_by("pk"))


def undeleted(found: Article) -> QuerySet[Highlight]:
    """The article's marks as they lie in the database, whichever version they belong to."""
    return Highlight.objects.filter(project=found.project_id, article=found, deleted=None)


def with_taggings(found: Highlight) -> Highlight:
    """The same row, its taggings read afresh."""
    prefetch_related_objects([found], ordered_taggings(found.project_id))
    return found


def taggings(found: Highlight) -> QuerySet[Tagging]:
    return Tagging.objects.filter(project=found.project_id, highlight=found).order_by("pk")


def themes_of(project_id: int, rows: Sequence[Highlight]) -> dict[int, list[int]]:
    """The themes of many highlights, each one's in their order, by the highlights' keys."""
    found: dict[int, list[int]] = {}
    if rows:
        own = Tagging.objects.filter(project=project_id, highlight__in=[row.pk for row in rows])
        for highlight_id, theme_id in own.order_by("pk").values_list("highlight", "theme"):
            found.setdefault(highlight_id, []).append(theme_id)
    return found


def ordered_taggings(project_id: int) -> Prefetch:
    """Highlights' taggings, read with them, in the order they were given."""
    return Prefetch("taggings", Tagging.objects.filter(project=project_id).order_by("pk"))


def orphans(project: Project, article_id: int | None) -> QuerySet[Highlight]:
    """The marks that stand in an older text only: of one article, of the whole project for None."""
    kept = Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)
    kept = kept.exclude(version=F("article__version"))
    return kept if article_id is None else kept.filter(article=article_id)


def shown_orphans(found: Article) -> QuerySet[Highlight]:
    """The article's marks that stand in an older text only, with authors and taggings."""
    kept = orphans(Project(pk=found.project_id), found.pk).select_related("author")
    return kept.prefetch_related(ordered_taggings(found.project_id))


def locked_taggings(project: Project, theme_id: int) -> QuerySet[Tagging]:
    """The theme's taggings, of deleted highlights too, held until the transaction ends."""
    held = Tagging.objects.filter(project=project, theme=theme_id, highlight__project=project)
    return held.select_for_update(of=("self",)).select_related("highlight").order_by("pk")


def taggings_of(project_id: int, theme_id: int, highlight_ids: Iterable[int]) -> dict[int, Tagging]:
    """The theme's taggings of these highlights, by highlight."""
    rows = Tagging.objects.filter(project=project_id, theme=theme_id, highlight__in=list(highlight_ids))
    return {row.highlight_id: row for row in rows}


def tagging_of(project: Project, uuid: str, theme_id: int) -> Tagging | None:
    rows = Tagging.objects.filter(project=project, theme=theme_id, highlight__project=project, highlight__uuid=uuid)
    return rows.select_related("highlight").first()


def highlight_of(project: Project, uuid: str) -> Highlight | None:
    return Highlight.objects.filter(project=project, uuid=uuid).first()
