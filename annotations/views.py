"""The library of a project, and the notes that leave it."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

import reader.queries
from annotations import exporting, forms, library, library_queries, queries
from annotations.exports import FORMATS, filenames
from annotations.exports.document import Document
from annotations.lineage import in_order
from reader.access import member
from reader.models import Membership
from reader.views.pages import project_page

PER_PAGE = 50


@require_safe
@login_required
def library_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, filters = membership.project, forms.wanted(request.GET)
    found = Paginator(library_queries.matching(here, membership.user, filters), PER_PAGE)
    page = found.get_page(request.GET.get("page"))
    themes = in_order(queries.themes(here))
    rows: Any = library.rows(here, membership.user, list(page.object_list), themes)
    return project_page(
        request,
        membership,
        "annotations/library.html",
        page=Page(rows, page.number, found),
        rows=rows,
        filters=filters,
        themes=themes,
        sources=library_queries.sources(here),
        years=library_queries.years(here),
        sorts=forms.SORTS,
        total=reader.queries.articles(here).count(),
        highlight_total=library_queries.highlight_total(here),
        deleted_total=reader.queries.deleted_articles(here).count(),
    )


@require_safe
@login_required
def export(request: HttpRequest, project: int, format: str) -> FileResponse:
    """The notes as a file: of the article that `?article=` names, else of the project."""
    membership = member(request.user, project)
    chosen = FORMATS.get(format)
    if chosen is None:
        raise Http404
    document = _document(request, membership)
    file = BytesIO()
    chosen.write(document, file)
    file.seek(0)
    name = filenames.filename(document.title, chosen.extension)
    return FileResponse(file, as_attachment=True, filename=name, content_type=chosen.media_type)


def _document(request: HttpRequest, membership: Membership) -> Document:
    asked = exporting.Request(membership.user, request.build_absolute_uri("/").rstrip("/"), timezone.now())
    wanted = request.GET.get("article")
    if wanted is None:
        return exporting.of_project(membership.project, asked)
    if not wanted.isdecimal():
        raise Http404
    return exporting.of_article(membership.project, reader.queries.article(membership.project, int(wanted)), asked)
