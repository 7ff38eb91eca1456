"""Every read of the annotations app. Each query names its project on every table it joins."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    F,
    FilteredRelation,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.fields.json import KT
from django.shortcuts import get_object_or_404
from django.utils import timezone

from annotations.history.stacks import Step
from annotations.models import ArticleTheme, Event, Highlight, Tagging, Theme
from reader.articles import queries
from reader.models import Article, Membership, Project, Snapshot, TextVersion

LATEST_FIRST = (F("published").desc(nulls_last=True), "-pk")
# Numbers of events are given out before their transactions end: only after this time none below can still appear.
SETTLED = timedelta(seconds=60)


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


class EventRow(NamedTuple):
    """Which row an event changed, and when; a tagging's states name its highlight."""

    id: int
    time: datetime
    subject: str
    subject_id: str
    tagged_before: str | None
    tagged_after: str | None


def article(project: Project, article_id: int) -> Article:
    """The undeleted article without its text, or 404."""
    return get_object_or_404(queries.articles(project), pk=article_id)


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


def version_text(found: Article, version_id: int) -> str | None:
    """The text of one of the article's versions; None when it is none of them."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk=version_id)
    return versions.values_list("text", flat=True).first()


def version_texts(found: Article, version_ids: Iterable[int]) -> dict[int, str]:
    """The texts of several of the article's versions by their ids."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk__in=list(version_ids))
    return dict(versions.values_list("pk", "text"))


def current_version(found: Article) -> TextVersion:
    return TextVersion.objects.get(project=found.project_id, article=found, pk=found.version_id or 0)


def places_in_same_text(version: TextVersion) -> dict[UUID, tuple[int, int]]:
    """Where highlights stood in earlier versions with the very same text, before they were carried on."""
    earlier = TextVersion.objects.filter(project=version.project_id, article=version.article_id, text=version.text)
    same = list(earlier.exclude(pk=version.pk).values_list("pk", flat=True))
    if not same:
        return {}
    left = Event.objects.filter(project=version.project_id, article=version.article_id, action="carry")
    states = left.filter(before__version__in=same).order_by("pk").values_list("subject_id", "before")
    return {UUID(uuid): (before["start"], before["end"]) for uuid, before in states if before}


def last_said(found: Highlight) -> dict[str, Any] | None:
    """The highlight's state after the last change by a person."""
    own = Event.objects.filter(project=found.project_id, article=found.article_id, subject="highlight")
    by_people = own.filter(subject_id=str(found.uuid), actor__isnull=False).order_by("-pk")
    return by_people.values_list("after", flat=True).first()


def reanchoring(found: Article) -> dict[str, Any] | None:
    """The report of the version shown (annotations.reanchoring); None for a first version."""
    kept = Event.objects.filter(project=found.project_id, article=found, action="carry", subject="version")
    return kept.filter(subject_id=str(found.version_id)).values_list("after", flat=True).first()


def themes(project: Project) -> QuerySet[Theme]:
    """The themes there are, archived or not; those that were merged into another are that other."""
    return Theme.objects.filter(project=project, merged_into=None).order_by("pk")


def theme(project: Project, theme_id: int | None) -> Theme | None:
    return None if theme_id is None else themes(project).filter(pk=theme_id).first()


def sibling(project: Project, parent: int | None, name: str) -> Theme | None:
    """The theme of this name below the parent; among the roots for None."""
    return themes(project).filter(parent=parent, name=name).first()


def in_use(theme: Theme, besides: int) -> bool:
    """Whether anything hangs on the theme; taggings of deleted highlights count unless they are this person's."""
    tagged = Tagging.objects.filter(project=theme.project_id, theme=theme, highlight__project=theme.project_id)
    return (
        tagged.filter(Q(highlight__deleted=None) | ~Q(author=besides)).exists()
        or ArticleTheme.objects.filter(project=theme.project_id, theme=theme).exists()
        or Theme.objects.filter(Q(parent=theme) | Q(merged_into=theme), project=theme.project_id).exists()
    )


def article_themes(found: Article) -> QuerySet[ArticleTheme]:
    return ArticleTheme.objects.filter(project=found.project_id, article=found).order_by("position", "pk")


def locked_article_themes(found: Article) -> list[ArticleTheme]:
    """All of the article's, held until the transaction ends."""
    return list(article_themes(found).select_for_update())


def article_theme(project: Project, article_theme_id: int) -> ArticleTheme:
    """The article theme of an undeleted article, or 404."""
    kept = ArticleTheme.objects.filter(project=project, article__project=project, article__deleted=None)
    return get_object_or_404(kept.select_related("article"), pk=article_theme_id)


def highlights(found: Article) -> QuerySet[Highlight]:
    """The article's marks in text order, with authors and taggings; those of an old version are among them."""
    kept = Highlight.objects.filter(project=found.project_id, article=found, deleted=None)
    return kept.select_related("author").prefetch_related(_ordered_taggings(found.project_id))


def mark_rows(found: Article) -> list[MarkRow]:
    """The marks of the version shown, in text order, in one query and as plain values: there may be thousands."""
    kept = Highlight.objects.filter(project=found.project_id, version=found.version_id or 0, deleted=None)
    kept = kept.annotate(tag=FilteredRelation("taggings", condition=Q(taggings__project=found.project_id)))
    person = [f"author__{name}" for name in ("username", "first_name", "last_name")]
    fields = ["uuid", "start", "end", "note", "created", "updated", "revision", "author", *person, "tag__theme"]
    return [MarkRow(*row) for row in kept.order_by("start", "end", "pk", "tag__pk").values_list(*fields)]


def events_since(found: Article, cursor: int) -> list[EventRow]:
    """What changed on the article or in the codebook after the cursor, oldest first."""
    later = Event.objects.filter(project=found.project_id, pk__gt=cursor).filter(Q(article=found) | Q(article=None))
    tagged = KT("before__highlight"), KT("after__highlight")
    rows = later.order_by("pk").values_list("pk", "time", "subject", "subject_id", *tagged)
    return [EventRow(*row) for row in rows]


def highlight(project: Project, uuid: UUID) -> Highlight:
    """The undeleted highlight of an undeleted article, or 404."""
    kept = Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)
    return get_object_or_404(kept.select_related("author"), uuid=uuid)


def locked_highlight(project: Project, uuid: UUID) -> Highlight | None:
    """The row, deleted or not, held until the transaction ends."""
    return Highlight.objects.select_for_update().filter(project=project, uuid=uuid).first()


def locked_highlights(found: Article) -> list[Highlight]:
    """The article's undeleted marks, held until the transaction ends."""
    kept = Highlight.objects.filter(project=found.project_id, article=found, deleted=None)
    return list(kept.select_for_update().order_by("pk"))


def with_taggings(found: Highlight) -> Highlight:
    """The same row, its taggings read afresh."""
    prefetch_related_objects([found], _ordered_taggings(found.project_id))
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


def locked_article_theme(project: Project, article_theme_id: int) -> ArticleTheme | None:
    return ArticleTheme.objects.select_for_update().filter(project=project, pk=article_theme_id).first()


def lock_membership(membership: Membership) -> None:
    """Make the member's other requests that ask for this lock wait until the transaction ends."""
    held = Membership.objects.select_for_update().filter(project=membership.project_id, pk=membership.pk)
    held.values_list("pk").first()


def steps(membership: Membership, found: Article | None) -> list[Step]:
    """The person's own steps in the article, oldest first; in the codebook for None."""
    own = Event.objects.filter(project=membership.project_id, article=found, actor=membership.user_id, step=None)
    return [Step(*row) for row in own.order_by("pk").values_list("pk", "reverses")]


def events_of_step(project: Project, step: int) -> list[Event]:
    """The changes of one step, the first one first."""
    own = Event.objects.filter(project=project)
    return list(own.filter(Q(pk=step) | Q(step=step)).order_by("pk"))


def _ordered_taggings(project_id: int) -> Prefetch:
    return Prefetch("taggings", Tagging.objects.filter(project=project_id).order_by("pk"))


def orphans(project: Project, article_id: int | None) -> QuerySet[Highlight]:
    """The marks that stand in an older text only: of one article, of the whole project for None."""
    kept = Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)
    kept = kept.exclude(version=F("article__version"))
    return kept if article_id is None else kept.filter(article=article_id)


def shown_orphans(found: Article) -> QuerySet[Highlight]:
    """The article's marks that stand in an older text only, with authors and taggings."""
    kept = orphans(Project(pk=found.project_id), found.pk).select_related("author")
    return kept.prefetch_related(_ordered_taggings(found.project_id))


def first_saved(project: Project, found: Iterable[Article]) -> dict[int, datetime]:
    """When each article was first captured, by its id."""
    pages = Snapshot.objects.filter(project=project, article__in=[row.pk for row in found])
    return dict(pages.order_by().values_list("article").annotate(Min("saved")))
