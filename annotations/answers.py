"""Rows become the shapes of the API."""

from collections.abc import Iterable
from uuid import UUID

from annotations import access, queries, undoing
from annotations.lineage import path
from annotations.models import ArticleTheme, Highlight, Theme
from annotations.people import name_of
from annotations.schemas import (
    ArticleThemeOut,
    ArticleThemes,
    Desk,
    HighlightOut,
    History,
    May,
    Me,
    Person,
    Taken,
    ThemeOut,
)
from reader.access import may
from reader.models import Article, Membership
from reader.text.themes import Reason
from reader.wording import in_words


def desk(membership: Membership, article: Article) -> Desk:
    """Everything the article page needs to draw and change its marks."""
    user, rights = membership.user, may(membership)
    version, words = queries.current_words(article)
    return Desk(
        version=version,
        words=words,
        me=Me(id=user.pk, name=name_of(user), may=May(mark=rights.mark, edit=rights.edit)),
        highlights=[highlight(row, membership) for row in queries.highlights(article)],
        **dict(article_themes(membership, article)),
    )


def article_themes(membership: Membership, article: Article) -> ArticleThemes:
    project = list(queries.themes(membership.project))
    by_id = {theme.pk: theme for theme in project}
    stacks = undoing.stacks(article, membership.user_id)
    return ArticleThemes(
        article_themes=[_article_theme(row, by_id) for row in queries.article_themes(article)],
        themes=[theme(row, by_id) for row in project],
        history=History(undo=bool(stacks.done), redo=bool(stacks.undone)),
    )


def taken(membership: Membership, article: Article, reversed_: undoing.Reversed) -> Taken:
    """What an undo or a redo left behind: highlights that are there, and those that no longer are."""
    touched = queries.highlights(article).filter(uuid__in=reversed_.highlights)
    changed = [highlight(row, membership) for row in touched]
    return Taken(
        changed=changed,
        removed=_missing(reversed_.highlights, changed),
        message=reversed_.message,
        **dict(article_themes(membership, article)),
    )


def highlight(row: Highlight, membership: Membership) -> HighlightOut:
    """The row, its taggings prefetched."""
    return HighlightOut(
        id=row.uuid,
        version=row.version_id,
        start=row.start,
        end=row.end,
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        note=row.note,
        themes=[tagging.theme_id for tagging in row.taggings.all()],
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
    )


def _article_theme(row: ArticleTheme, by_id: dict[int, Theme]) -> ArticleThemeOut:
    """An accepted one goes by its theme's name, wherever that was last changed."""
    accepted = by_id.get(row.theme_id) if row.theme_id else None
    return ArticleThemeOut(
        id=row.pk,
        name=accepted.name if accepted else row.name,
        status=row.status,
        theme=row.theme_id,
        lead=row.lead,
        paragraph=row.paragraph,
        score=row.score,
        reason=in_words(Reason(row.reason["code"], row.reason["parameters"])),
    )


def _missing(uuids: Iterable[UUID], there: list[HighlightOut]) -> list[UUID]:
    found = {row.id for row in there}
    return [uuid for uuid in uuids if uuid not in found]
