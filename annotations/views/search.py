"""Searching a project: articles, lines, marks and notes, and where in the project what was found lies."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.exporting import documents
from annotations.exports import filenames
from annotations.filters import queries as filters_queries
from annotations.search import asked, notes, table
from annotations.search.finding import find
from annotations.search.language import Query, Refused, parse
from annotations.search.results import Results, together
from annotations.search.wording import why
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.articles import blocks
from reader.models import Membership, Project
from reader.views.frame import project_page

PER_PAGE = {"articles": 20, "lines": 50, "notes": 50}


@require_safe
@login_required
def search_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted = asked.asked(request.GET)
    try:
        found = _answer(request, membership, wanted, parse(wanted.q)) if wanted.q else {}
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
        waiting=blocks.behind(membership.project).count(),
        **found,
    )


@require_safe
@login_required
def search_table(request: HttpRequest, project: int) -> HttpResponseBase:
    """All lines in the order asked for, as a CSV file; a query that is refused says why on the page."""
    membership = member(request.user, project)
    wanted = asked.asked(request.GET)
    try:
        found = find(membership.project, parse(wanted.q), wanted.within)
    except Refused:
        return redirect(f"{reverse('search', args=[project])}?{request.GET.urlencode()}")
    results = Results(membership.project, found, wanted.reposts)
    rows = filters_queries.cited(membership.project, results.articles)
    cited = documents.citations(rows, documents.citation_style(membership.project))
    file = BytesIO()
    table.write(results, results.in_order(wanted.keys), cited, file)
    file.seek(0)
    name = filenames.filename(f"{membership.project} {wanted.q}", "csv")
    return FileResponse(file, as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")


def _answer(request: HttpRequest, membership: Membership, wanted: asked.Asked, query: Query) -> dict[str, Any]:
    project = membership.project
    results = Results(project, find(project, query, wanted.within), wanted.reposts)
    marks = notes.marks(project, query)
    listed = {"articles": results.ranked, "lines": lambda: results.in_order(wanted.keys), "notes": lambda: marks}
    shown: dict[str, Any] = {"results": results, "literally": query.literally, "mark_total": len(marks)}
    if wanted.view == "spread":
        typed = together(wanted.q, query.literally)
        return shown | {"spread": (results.by_source(typed), results.by_month(typed))}
    page = asked_page(request, listed[wanted.view](), PER_PAGE[wanted.view])
    rows = _rows(project, wanted.view, results, page.object_list)
    beside = _beside(project, query) if wanted.view == "notes" and page.number == 1 else {}
    return shown | {"page": showing(page, rows), "rows": rows} | beside


def _rows(project: Project, view: str, results: Results, found: Any) -> Any:
    if view == "articles":
        return results.rows(found)
    return results.lines(found) if view == "lines" else notes.mark_rows(project, list(found))


def _beside(project: Project, query: Query) -> dict[str, Any]:
    return {"memos": notes.memos(project, query), "named": notes.named_themes(project, query)}
