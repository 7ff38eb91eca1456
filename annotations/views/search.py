"""Searching a project: articles, lines, marks and notes, and where in the project what was found lies."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotations.exporting import documents
from annotations.exports.tabular import WRITERS, Sheet
from annotations.filters import queries as filters_queries
from annotations.limits import NAME_LENGTH
from annotations.search import asked, notes, saved, table
from annotations.search.choosing import chosen
from annotations.search.collocates import Collocate, collocates
from annotations.search.finding import find
from annotations.search.key_words import KeyWord, key_words
from annotations.search.language import Query, Refused, parse
from annotations.search.results import Results, together
from annotations.search.wording import why
from annotations.views.downloads import sheet_in
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.articles import blocks
from reader.models import Membership, Project
from reader.views.frame import project_page

PER_PAGE = {"articles": 20, "lines": 50, "notes": 50, "collocates": 100, "key_words": 100}


@require_safe
@login_required
def search_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted = asked.asked(request.GET)
    try:
        found = _answer(request, membership, wanted, parse(wanted.q)) if wanted.q else _saved(membership)
    except Refused as refused:
        found = {"refused": why(refused)}
    return project_page(
        request,
        membership,
        "annotations/search.html",
        wanted=wanted,
        views=asked.VIEWS,
        withins=asked.WITHIN,
        sorts=asked.SORTS,
        name_length=NAME_LENGTH,
        measures=asked.MEASURES,
        formats=WRITERS,
        widths=range(1, asked.WIDEST + 1),
        waiting=blocks.behind(membership.project).count(),
        **found,
    )


@require_safe
@login_required
def search_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    """What the page lists, whole and in its order; a query that is refused says why on the page."""
    membership = member(request.user, project)
    wanted, writer = asked.asked(request.GET), WRITERS.get(form)
    if writer is None:
        raise Http404
    try:
        sheet = _sheet(membership.project, wanted, form)
    except Refused:
        return redirect(f"{reverse('search', args=[project])}?{request.GET.urlencode()}")
    return sheet_in(form, sheet)


def _sheet(project: Project, wanted: asked.Asked, form: str) -> Sheet:
    results = Results(project, find(project, parse(wanted.q), wanted.within), wanted.reposts)
    title = f"{project} {wanted.q}"
    if wanted.view == "collocates":
        return table.collocates(title, asked.said(wanted), _collocates(results, wanted))
    if wanted.view == "key_words":
        return table.key_words(title, asked.said(wanted), _key_words(results, wanted) or [])
    cited = documents.citations(filters_queries.cited(project, results.articles), documents.citation_style(project))
    lines = table.printed if form == "docx" else table.lines
    return lines(title, asked.said(wanted), results, chosen(results, wanted), cited)


def _saved(membership: Membership) -> dict[str, Any]:
    return {"searches": list(saved.listed(membership.project, membership.user))}


def _answer(request: HttpRequest, membership: Membership, wanted: asked.Asked, query: Query) -> dict[str, Any]:
    project = membership.project
    results = Results(project, find(project, query, wanted.within), wanted.reposts)
    if wanted.saved:
        saved.looked(project, membership.user, wanted.saved, results.total)
    marks = notes.marks(project, query)
    shown: dict[str, Any] = {"results": results, "literally": query.literally, "mark_total": len(marks)}
    if wanted.view == "spread":
        return shown | _spread(results, together(wanted.q, query.literally))
    listed = marks if wanted.view == "notes" else LISTED[wanted.view](results, wanted)
    if listed is None:
        return shown | {"nothing_else": True}
    page = asked_page(request, listed, PER_PAGE[wanted.view])
    rows = _rows(project, wanted.view, results, page.object_list)
    beside = _beside(project, query) if wanted.view == "notes" and page.number == 1 else {}
    return shown | {"page": showing(page, rows), "rows": rows} | beside


def _collocates(results: Results, wanted: asked.Asked) -> list[Collocate]:
    return collocates(results.project, results.in_order(()), wanted)


def _key_words(results: Results, wanted: asked.Asked) -> list[KeyWord] | None:
    return key_words(results.project, results.articles, empty=wanted.empty, reposts=wanted.reposts)


LISTED: dict[str, Callable[[Results, asked.Asked], Sequence[Any] | None]] = {
    "articles": lambda results, _wanted: results.ranked(),
    "lines": chosen,
    "collocates": _collocates,
    "key_words": _key_words,
}


def _spread(results: Results, typed: str) -> dict[str, Any]:
    portions = (
        (_("来源"), results.by_source(typed)),
        (_("作者"), results.by_author(typed)),
        (_("年份"), results.by_time(typed, "%Y")),
        (_("月份"), results.by_time(typed, "%Y-%m")),
    )
    return {"spread": [(name, found) for name, found in portions if found], "dispersion": results.dispersion()}


def _rows(project: Project, view: str, results: Results, found: Any) -> Any:
    if view == "articles":
        return results.rows(found)
    if view == "lines":
        return results.lines(found)
    return notes.mark_rows(project, list(found)) if view == "notes" else found


def _beside(project: Project, query: Query) -> dict[str, Any]:
    return {"memos": notes.memos(project, query), "named": notes.named_themes(project, query)}
