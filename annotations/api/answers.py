"""Rows become the shapes of the API."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.utils.translation import gettext

from annotations import access, anchoring
from annotations.api import packing
from annotations.api.schemas import (
    ArticleThemeOut,
    ArticleThemes,
    Candidate,
    Changes,
    Desk,
    HighlightOut,
    History,
    May,
    Me,
    Orphan,
    Person,
    Report,
    Taken,
    ThemeOut,
)
from annotations.exporting import documents
from annotations.history import queries as history_queries
from annotations.history.changes import Changed
from annotations.marks import queries as marks_queries
from annotations.marks import reanchoring
from annotations.models import LIKELY, ArticleTheme, Highlight, Theme
from annotations.themes import deciding
from annotations.themes import queries as themes_queries
from annotations.themes.nearness import meant, near
from annotations.themes.tree import path
from annotations.undoing import steps
from reader.access import may
from reader.articles import queries as articles_queries
from reader.models import Article, Membership, Project
from reader.people.names import name_of
from reader.text.pinyin import syllables
from reader.text.themes import Reason
from reader.wording import in_words


def desk(membership: Membership, opened: marks_queries.Opened) -> Desk:
    """Everything the article page needs to draw and change its marks."""
    article = opened.article
    user, rights = membership.user, may(membership)
    rows = marks_queries.mark_rows(article)
    return Desk(
        version=article.current.pk,
        number=article.current.number,
        words=article.current.words,
        citation=documents.citation(article, opened.saved, membership.project),
        me=Me(
            id=user.pk, name=name_of(user), may=May(mark=rights.mark, edit=rights.edit, add_themes=_adds(membership))
        ),
        marks=packing.pack(rows),
        people=packing.people(rows),
        cursor=opened.cursor,
        **dict(article_themes(article)),
    )


def _adds(membership: Membership) -> bool:
    """Editors always do, so for them nothing is asked."""
    return may(membership).edit or access.may_add(membership, themes_queries.codebook(membership.project))


def changes(membership: Membership, article: Article, found: Changed) -> Changes:
    """The touched highlights as they are now, and the themes when one was touched."""
    there, gone = _as_they_are(membership, article, found.highlights, found.tagged)
    return Changes(
        cursor=found.cursor,
        version=article.version_id or 0,
        changed=there,
        removed=gone,
        codebook=article_themes(article) if found.themes else None,
    )


def article_themes(article: Article) -> ArticleThemes:
    project = list(themes_queries.themes(Project(pk=article.project_id)))
    by_id = {theme.pk: theme for theme in project}
    return ArticleThemes(
        article_themes=[_article_theme(row, by_id) for row in themes_queries.article_themes(article)],
        themes=[theme(row, by_id) for row in project],
    )


def taken(membership: Membership, article: Article, reversed_: steps.Reversed) -> Taken:
    """What an undo or a redo left behind: highlights that are there, and those that no longer are."""
    there, gone = _as_they_are(membership, article, reversed_.highlights)
    stacks = steps.stacks(membership, article)
    return Taken(
        changed=there,
        removed=gone,
        message=reversed_.message,
        history=History(undo=bool(stacks.done), redo=bool(stacks.undone)),
        **dict(article_themes(article)),
    )


def report(membership: Membership, article: Article) -> Report:
    """What became of the highlights in the version shown; all zero where it is the first."""
    rows = list(marks_queries.shown_orphans(article))
    places, text = reanchoring.candidates(article, rows), articles_queries.current_version(article).text
    return Report(
        **(history_queries.reanchoring(article) or {}),
        orphans=[
            Orphan(
                **dict(highlight(row, membership)), candidates=[_candidate(place, text) for place in places[row.uuid]]
            )
            for row in rows
        ],
    )


def _candidate(place: anchoring.Candidate, text: str) -> Candidate:
    there = anchoring.describe(text, place.start, place.end)
    return Candidate(errors=place.errors, **asdict(there))


def highlight(row: Highlight, membership: Membership, themes: Sequence[int] | None = None) -> HighlightOut:
    """The row, its themes known or its taggings prefetched."""
    if themes is None:
        themes = [tagging.theme_id for tagging in row.taggings.all()]
    return HighlightOut(
        id=row.uuid,
        version=row.version_id,
        start=row.start,
        end=row.end,
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        note=row.note,
        themes=list(themes),
        author=Person(id=row.author.pk, name=name_of(row.author)) if row.author else None,
        created=row.created,
        updated=row.updated,
        revision=row.revision,
        editable=access.may_change(membership, row),
    )


def theme(row: Theme, by_id: dict[int, Theme]) -> ThemeOut:
    return ThemeOut(
        id=row.pk,
        name=row.name,
        parent=row.parent_id,
        path=path(row, by_id),
        colour=row.colour,
        archived=row.archived is not None,
        pinyin=syllables(row.name),
    )


def _article_theme(row: ArticleTheme, by_id: dict[int, Theme]) -> ArticleThemeOut:
    """An accepted one goes by its theme's name, wherever that was last changed."""
    accepted = by_id.get(row.theme_id) if row.theme_id else None
    open_ = row.status == ArticleTheme.Status.PROPOSED
    return ArticleThemeOut(
        id=row.pk,
        name=accepted.name if accepted else row.name,
        status=row.status,
        theme=row.theme_id,
        lead=row.lead,
        paragraph=row.paragraph,
        parent=row.parent,
        score=row.score,
        likely=row.score >= LIKELY,
        reason=_reason(row),
        near=near(row.name, by_id.values()) if open_ else [],
        existing=meant(row.name, by_id.values()) if open_ else None,
    )


def _reason(row: ArticleTheme) -> str:
    """In the reader's language; what a reader added needs none."""
    if row.reason == deciding.BY_HAND:
        return ""
    reason = Reason(row.reason["code"], row.reason["parameters"])
    return str(reason) if gettext(reason.template) == reason.template else in_words(reason)


def _as_they_are(
    membership: Membership, article: Article, uuids: Sequence[UUID], others: Sequence[UUID] = ()
) -> tuple[list[HighlightOut], list[UUID]]:
    """Those of the highlights that are there, and the ids of those that are not; others may be of another article."""
    wanted = {*uuids, *others}
    touched = marks_queries.highlights(article).filter(uuid__in=wanted) if wanted else ()
    there = [highlight(row, membership) for row in touched]
    found = {row.id for row in there}
    return there, [uuid for uuid in uuids if uuid not in found]
