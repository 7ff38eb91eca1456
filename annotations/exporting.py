"""Articles and their marks become the document that every export format writes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from annotations import queries
from annotations.exports import document
from annotations.exports.citation import entry
from annotations.lineage import in_order, path
from annotations.models import Highlight, Theme
from annotations.palette import on_paper
from annotations.people import name_of
from reader.models import Article, Project


@dataclass(frozen=True)
class Request:
    """Who asks for notes, where the site is reached (an origin without a slash at its end), and when."""

    exporter: User | None
    site: str
    time: datetime


def of_article(project: Project, found: Article, request: Request) -> document.Document:
    """The notes of one article, its version loaded."""
    return _document(found.title, "article", project, [found], request)


def of_project(project: Project, request: Request) -> document.Document:
    """The notes of all articles that carry marks, the latest first."""
    return _document(project.name, "project", project, list(queries.marked_articles(project)), request)


def _document(
    title: str, kind: Literal["article", "project"], project: Project, articles: list[Article], request: Request
) -> document.Document:
    themes = in_order(queries.themes(project))
    by_id = {row.pk: row for row in themes}
    marks: dict[int, list[Highlight]] = defaultdict(list)
    for row in queries.placed_highlights(project, articles):
        marks[row.article_id].append(row)
    accessed = queries.first_saved(project, articles)
    return document.Document(
        title=title,
        kind=kind,
        exported=request.time,
        project=project.name,
        exporter=name_of(request.exporter) if request.exporter else "",
        articles=tuple(_article(row, marks[row.pk], accessed.get(row.pk), request.site) for row in articles),
        themes=tuple(_theme(row, by_id) for row in themes),
    )


def citation(row: Article, saved: datetime | None) -> str:
    """The entry of a reference list for one article, first captured then; its text need not be loaded."""
    return entry(_described(row, saved, site=""), document.CitationStyle())


def _article(row: Article, marks: Sequence[Highlight], saved: datetime | None, site: str) -> document.Article:
    blocks = document.blocks((block["kind"], block["text"], block["level"]) for block in row.current.blocks)
    highlights = tuple(_highlight(mark) for mark in marks)
    return replace(_described(row, saved, site), blocks=tuple(blocks), highlights=highlights)


def _described(row: Article, saved: datetime | None, site: str) -> document.Article:
    """The article without its text and marks."""
    return document.Article(
        id=row.pk,
        title=row.title,
        source=row.source,
        published=row.published,
        published_precision=row.published_precision,
        authors=tuple(document.Author(author["name"], author.get("affiliation", "")) for author in row.authors),
        editor=row.editor,
        channel=tuple(row.channel),
        url=row.url,
        address=site + reverse("article", args=[row.project_id, row.pk]),
        accessed=_day(saved),
    )


def _day(saved: datetime | None) -> date | None:
    return timezone.localtime(saved, document.SHANGHAI).date() if saved else None


def _highlight(row: Highlight) -> document.Highlight:
    return document.Highlight(
        id=str(row.uuid),
        start=row.start,
        end=row.end,
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        note=row.note,
        author=name_of(row.author) if row.author else "",
        created=row.created,
        updated=row.updated,
        themes=tuple(tagging.theme_id for tagging in row.taggings.all()),
    )


def _theme(row: Theme, by_id: dict[int, Theme]) -> document.Theme:
    return document.Theme(
        id=row.pk,
        name=row.name,
        path=tuple(path(row, by_id)),
        colour=row.colour,
        hex=on_paper(row.colour),
        definition=row.definition,
    )
