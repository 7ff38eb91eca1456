"""“Always do this on this site”: a project's own rules for the rows of one site's pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction

from reader.articles import queries as articles_queries
from reader.articles import versions
from reader.articles.rows import SITE_CHOICE, Action, Row, blocks_of, flipped, removed_of, rows_of, spoken_of
from reader.articles.versions import Change, make_version_of
from reader.cleaning import queries
from reader.extraction import Page
from reader.extraction.addresses import host_of
from reader.models import Article, Project, SiteChoice, TextVersion

# How many earlier articles one request may change: each is aligned with its marks, some 50 ms.
AT_ONCE = 100

FITS: dict[str, Callable[[str, str], bool]] = {
    "end": str.endswith,
    "part": str.__contains__,
    "start": str.startswith,
    "whole": str.__eq__,
}


@dataclass(frozen=True)
class Affected:
    """An earlier article a choice would change, and the texts of the rows it would change there."""

    article: Article
    rows: tuple[str, ...]


def applied(project: Project, page: Page) -> Page:
    """The page as the project's choices for its site want it."""
    host = host_of(page.url)
    choices = [choice for choice in queries.site_choices(project) if _covers(choice, host)] if host else []
    if not choices:
        return page
    rows = _chosen(rows_of(page.blocks, page.removed), choices)
    # A choice never empties a page: the reader would have nothing left to undo it on.
    return replace(page, blocks=blocks_of(rows), removed=removed_of(rows)) if any(row.kept for row in rows) else page


def affected(choice: SiteChoice) -> list[Affected]:
    """The earlier articles of the site the choice would change, rows that readers spoke of left aside."""
    found = []
    for article in queries.articles_from(choice.project, choice.host).iterator(chunk_size=100):
        rows = versions.rows(article.current)
        changed = [row.text for row, new in zip(rows, _wanted(article, choice), strict=True) if row != new]
        if _covers(choice, host_of(article.url)) and changed:
            found.append(Affected(article, tuple(changed)))
    return found


def apply(choice: SiteChoice, user: User) -> int:
    """Change up to AT_ONCE earlier articles of the site; how many were changed."""
    return sum(_apply(choice, one.article, user) for one in affected(choice)[:AT_ONCE])


def _apply(choice: SiteChoice, article: Article, user: User) -> bool:
    """Computed from the article as it was found, and looked at again once it is held."""
    rows = _wanted(article, choice)
    prepared = versions.prepare_rows(article, rows) if _changes(article, rows) else None
    with transaction.atomic():
        held = articles_queries.locked_article(choice.project, article.pk)
        rows = _wanted(held, choice)
        if not _changes(held, rows):
            return False
        change = Change(TextVersion.Reason.SITE, str(choice), versions.edits(held.current))
        make_version_of(held, rows, user, change, prepared)
        return True


def _changes(article: Article, rows: Sequence[Row]) -> bool:
    return rows != versions.rows(article.current) and any(row.kept for row in rows)


def _wanted(article: Article, choice: SiteChoice) -> tuple[Row, ...]:
    rows = versions.rows(article.current)
    spoken = spoken_of(rows, versions.edits(article.current))
    pairs = zip(rows, _chosen(rows, [choice]), strict=True)
    return tuple(row if index in spoken else new for index, (row, new) in enumerate(pairs))


def _chosen(rows: Sequence[Row], choices: Iterable[SiteChoice]) -> tuple[Row, ...]:
    """The rows as the choices want them; of two that fit one row the later counts."""
    wanted: dict[int, Action] = {}
    for choice in choices:
        action: Action = "restore" if choice.action == SiteChoice.Action.RESTORE else "strike"
        wanted |= {index: action for index, row in enumerate(rows) if _fits(choice, row)}
    return tuple(flipped(row, wanted[index], SITE_CHOICE) if index in wanted else row for index, row in enumerate(rows))


def _fits(choice: SiteChoice, row: Row) -> bool:
    if choice.how == SiteChoice.How.RULE:
        return row.rule == choice.words
    return FITS[choice.how](row.text, choice.words)


def _covers(choice: SiteChoice, host: str) -> bool:
    return f".{host}".endswith(f".{choice.host}")
