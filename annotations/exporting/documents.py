"""Articles and their marks become the document that every export format writes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, cast

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from annotations.exports import document
from annotations.exports.citation import entries, entry
from annotations.filters import queries as filters_queries
from annotations.filters.filter import Filter
from annotations.memos import queries as memos_queries
from annotations.models import Highlight, Memo, Theme
from annotations.palette import on_paper
from annotations.themes.tree import path
from reader.articles import queries as articles_queries
from reader.articles.stored import block_of
from reader.labels.queries import of_articles
from reader.models import Article, Project, TextVersion
from reader.people.names import name_of, names_of
from reader.projects import queries as project_queries

ALL = Filter()


@dataclass(frozen=True)
class Request:
    """Who asks for notes, where the site is reached (an origin without a slash at its end), and when; whether paper
    names every mark's coder and minute."""

    exporter: User | None
    site: str
    time: datetime
    people: bool = False


def of_article(project: Project, found: Article, request: Request, wanted: Filter = ALL) -> document.Document:
    """What the filter leaves of one article's notes, its version loaded."""
    marks = filters_queries.placed(project, shown(project, replace(wanted, article=found.pk)))
    return _document(found.title, "article", project, {found.pk: found}, marks, request)


def of_project(project: Project, request: Request, wanted: Filter = ALL) -> document.Document:
    """What the filter leaves of the project's notes: articles that carry marks, the latest first."""
    return of_marks(project, request, filters_queries.placed(project, shown(project, wanted)))


def of_marks(project: Project, request: Request, placed: Iterable[Highlight]) -> document.Document:
    """These marks of the project, which stand in their articles' current texts, as its notes."""
    marks = list(placed)
    order = dict.fromkeys(mark.article_id for mark in marks)
    texts = filters_queries.texts(project, order)
    return _document(project.name, "project", project, {id: texts[id] for id in order}, marks, request)


def of_filter(project: Project, request: Request, wanted: Filter) -> document.Document:
    """The notes that the filter shows; those of an article where it asks for one, or 404."""
    if not wanted.article:
        return of_project(project, request, wanted)
    return of_article(project, articles_queries.article(project, wanted.article), request, wanted)


def shown(project: Project, wanted: Filter) -> QuerySet[Highlight]:
    return filters_queries.matching(project, wanted, _themes(project))


def _themes(project: Project) -> list[Theme]:
    return filters_queries.themes(project)


def _document(
    title: str,
    kind: Literal["article", "project"],
    project: Project,
    articles: dict[int, Article],
    marks: Iterable[Highlight],
    request: Request,
) -> document.Document:
    themes = _themes(project)
    by_id = {row.pk: row for row in themes}
    placed: dict[int, list[Highlight]] = defaultdict(list)
    people = [member.user for member in project_queries.members(project)]
    for row in marks:
        placed[row.article_id].append(row)
        people += [row.author] if row.author else []
    names = names_of([*people, *([request.exporter] if request.exporter else [])])
    accessed = articles_queries.first_saved(project, articles.values())
    memos = memos_queries.memos(project, articles)
    labels = of_articles(project, articles)
    found = (
        replace(
            article(row, row.current, accessed.get(id), request.site),
            highlights=tuple(highlight(mark, names) for mark in placed[id]),
            memo=_text(memos.get(id)),
            labels=tuple(map(str, labels.get(id, ()))),
        )
        for id, row in articles.items()
    )
    return document.Document(
        title=title,
        kind=kind,
        exported=request.time,
        project=project.name,
        exporter=names[request.exporter.pk] if request.exporter else "",
        citation=citation_style(project),
        memo=_text(memos.get(None)),
        articles=tuple(found),
        themes=tuple(_theme(row, by_id) for row in themes),
        people=request.people,
    )


def citation(row: Article, saved: datetime | None, project: Project) -> str:
    """The entry of a reference list for one article, first captured then; its text need not be loaded."""
    return entry(_described(row, saved, site=""), citation_style(project))


def citations(rows: Iterable[Article], style: document.CitationStyle) -> dict[int, str]:
    """The reference list of these articles, read by `notes_queries.cited`: entries by id."""
    return entries([_described(row, row.saved, site="") for row in rows], style)  # type: ignore[attr-defined]


def citation_style(project: Project) -> document.CitationStyle:
    edition, form = project.citation.split()
    return document.CitationStyle(
        2015 if edition == "2015" else 2025, "author-year" if form == "author-year" else "numeric"
    )


def article(row: Article, version: TextVersion, saved: datetime | None, site: str) -> document.Article:
    """The article as one of its versions has it, without marks."""
    kept = map(block_of, version.blocks)
    blocks = document.blocks((one.kind, one.text, one.level, one.marker, one.spans, one.cells) for one in kept)
    return replace(_described(row, saved, site), blocks=tuple(blocks))


def _described(row: Article, saved: datetime | None, site: str) -> document.Article:
    """The article without its text and its marks."""
    return document.Article(
        id=row.pk,
        title=row.title,
        source=row.print_paper or row.source,
        published=row.published,
        published_precision=row.published_precision,
        authors=tuple(document.Author(author["name"], author.get("affiliation", "")) for author in row.authors),
        editor=row.editor,
        channel=tuple(row.channel),
        url=row.url,
        address=site + reverse("article", args=[row.project_id, row.pk]),
        accessed=_day(saved),
        citation_kind=cast(document.CitationKind, row.citation_kind),
        edition=document.Edition(printed=row.print_date, page=row.print_page),
    )


def _text(memo: Memo | None) -> str:
    return memo.text if memo else ""


def _day(saved: datetime | None) -> date | None:
    return timezone.localtime(saved, document.SHANGHAI).date() if saved else None


def highlight(row: Highlight, names: Mapping[int, str] | None = None) -> document.Highlight:
    """The mark; `names` are what people are called, where several are of one name."""
    return document.Highlight(
        id=str(row.uuid),
        start=row.start,
        end=row.end,
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        note=row.note,
        author=(names or {}).get(row.author.pk, name_of(row.author)) if row.author else "",
        account=row.author.get_username() if row.author else "",
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
        memo=_text(memos_queries.theme_memo(row)),
        use_when=row.use_when,
        avoid_when=row.avoid_when,
        keywords=tuple(row.keywords),
        foreign=row.foreign_colour,
        archived=row.archived is not None,
    )
