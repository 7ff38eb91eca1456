"""Every read of the annotations app. Each query names its project on every table it joins."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, Min, Prefetch, Q, QuerySet, prefetch_related_objects
from django.shortcuts import get_object_or_404

import reader.queries
from annotations.history import Step
from annotations.models import ArticleTheme, Event, Highlight, Tagging, Theme
from reader.models import Article, Membership, Project, Snapshot, TextVersion

LATEST_FIRST = (F("published").desc(nulls_last=True), "-pk")


def article(project: Project, article_id: int) -> Article:
    """The undeleted article without its text, or 404."""
    return get_object_or_404(reader.queries.articles(project), pk=article_id)


def current_words(found: Article) -> tuple[int, str]:
    """The id of the current version and the compact lengths of its words."""
    versions = TextVersion.objects.filter(project=found.project_id, pk=found.version_id or 0)
    return versions.values_list("pk", "words").get()


def version_text(found: Article, version_id: int) -> str | None:
    """The text of one of the article's versions; None when it is none of them."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk=version_id)
    return versions.values_list("text", flat=True).first()


def version_texts(found: Article, version_ids: Iterable[int]) -> dict[int, str]:
    """The texts of several of the article's versions by their ids."""
    versions = TextVersion.objects.filter(project=found.project_id, article=found, pk__in=list(version_ids))
    return dict(versions.values_list("pk", "text"))


def themes(project: Project) -> QuerySet[Theme]:
    return Theme.objects.filter(project=project).order_by("pk")


def known_themes(project_id: int, ids: Iterable[int]) -> set[int]:
    """Those of the ids that are themes of the project."""
    wanted = list(ids)
    if not wanted:
        return set()
    return set(Theme.objects.filter(project=project_id, pk__in=wanted).values_list("pk", flat=True))


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
        or Theme.objects.filter(project=theme.project_id, parent=theme).exists()
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


def locked_article_theme(project: Project, article_theme_id: int) -> ArticleTheme | None:
    return ArticleTheme.objects.select_for_update().filter(project=project, pk=article_theme_id).first()


def lock_membership(membership: Membership) -> None:
    """Make the member's other requests that ask for this lock wait until the transaction ends."""
    held = Membership.objects.select_for_update().filter(project=membership.project_id, pk=membership.pk)
    held.values_list("pk").first()


def steps(found: Article, user_id: int) -> list[Step]:
    """The person's own steps in the article, oldest first."""
    own = Event.objects.filter(project=found.project_id, article=found, actor=user_id, step=None)
    return [Step(*row) for row in own.order_by("pk").values_list("pk", "reverses")]


def events_of_step(found: Article, step: int) -> list[Event]:
    """The changes of one step, the first one first."""
    own = Event.objects.filter(project=found.project_id, article=found)
    return list(own.filter(Q(pk=step) | Q(step=step)).order_by("pk"))


def _ordered_taggings(project_id: int) -> Prefetch:
    return Prefetch("taggings", Tagging.objects.filter(project=project_id).order_by("pk"))


def marked_articles(project: Project) -> QuerySet[Article]:
    """The undeleted articles that carry marks, with their text, the latest first."""
    marked = Highlight.objects.filter(project=project, deleted=None).values("article")
    kept = reader.queries.articles(project).filter(pk__in=marked, version__project=project)
    return kept.select_related("version").order_by(*LATEST_FIRST)


def placed_highlights(project: Project, found: Iterable[Article]) -> QuerySet[Highlight]:
    """The marks that stand in their article's current text, in text order."""
    versions = [row.version_id for row in found]
    kept = Highlight.objects.filter(project=project, version__in=versions, deleted=None)
    return kept.select_related("author").prefetch_related(_ordered_taggings(project.pk))


def orphans(project: Project, article_id: int | None) -> QuerySet[Highlight]:
    """The marks that stand in an older text only: of one article, of the whole project for None."""
    kept = Highlight.objects.filter(project=project, deleted=None, article__project=project, article__deleted=None)
    kept = kept.exclude(version=F("article__version"))
    return kept if article_id is None else kept.filter(article=article_id)


def first_saved(project: Project, found: Iterable[Article]) -> dict[int, datetime]:
    """When each article was first captured, by its id."""
    pages = Snapshot.objects.filter(project=project, article__in=[row.pk for row in found])
    return dict(pages.order_by().values_list("article").annotate(Min("saved")))
