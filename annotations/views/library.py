"""The library of a project: its articles, filtered."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotations.library import chips, filter
from annotations.library import queries as library_queries
from annotations.library import rows as library_rows
from annotations.themes import queries as themes_queries
from annotations.themes.tree import in_order
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.articles import queries as articles_queries
from reader.labels import queries as labels_queries
from reader.views.frame import project_page

PER_PAGE = 50


@require_safe
@login_required
def library_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, filters = membership.project, filter.wanted(request.GET)
    page = asked_page(request, library_queries.matching(here, membership.user, filters), PER_PAGE)
    themes = in_order(themes_queries.themes(here))
    labels = labels_queries.counted(here)
    rows: Any = library_rows.rows(here, membership.user, list(page.object_list), themes)
    return project_page(
        request,
        membership,
        "annotations/library.html",
        page=showing(page, rows),
        rows=rows,
        filters=filters,
        query=filter.query_of(filters),
        chips=chips.chips(filters, themes, [label for label, _count in labels]),
        themes=themes,
        labels=labels,
        people=library_queries.people(here),
        sources=library_queries.sources(here),
        years=library_queries.years(here),
        sorts=filter.SORTS,
        total=articles_queries.articles(here).count(),
        highlight_total=library_queries.highlight_total(here),
        deleted_total=articles_queries.deleted_articles(here).count(),
    )
