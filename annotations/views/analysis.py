"""Marks as a table: themes against articles, sources, authors, years, months or each other."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotations.analysis import asked, facts, files, shown
from annotations.analysis.columns import KINDS
from annotations.exports.tabular import WRITERS
from annotations.filters import queries
from annotations.notes import listing
from annotations.views.downloads import download
from annotations.views.paging import asked_page, showing
from reader.access import member
from reader.labels import queries as labels_queries
from reader.models import Project
from reader.views.frame import project_page

PER_PAGE = 50
# Columns a page shows; files have all.
ACROSS = 40


@require_safe
@login_required
def analysis_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted = asked.asked(request.GET)
    table, choices = _table(membership.project, wanted)
    page = asked_page(request, table.rows, PER_PAGE)
    laid: Any = shown.rows(table, list(page.object_list), table.columns[:ACROSS])
    return project_page(
        request,
        membership,
        "annotations/analysis.html",
        table=table,
        columns=table.columns[:ACROSS],
        notes=reverse("notes", args=[project]),
        places=2 if wanted.measure in ("rate", "share") else 0,
        beyond=max(0, len(table.columns) - ACROSS),
        page=showing(page, laid),
        filters=wanted.wanted,
        narrows=replace(wanted.wanted, once=False, dated="marked").narrows,
        wanted=wanted,
        kinds=KINDS,
        measures=asked.MEASURES,
        choices=choices,
        formats=WRITERS,
        labels=labels_queries.labels(membership.project),
    )


@require_safe
@login_required
def analysis_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    """The whole table as the page has it turned and sorted."""
    here = member(request.user, project).project
    writer = WRITERS.get(form)
    if writer is None:
        raise Http404
    table, _choices = _table(here, asked.asked(request.GET))
    name = f"{here} {_('分析')}"
    return download(lambda file: files.write(form, table, str(here), file), name, form, writer.media_type)


def _table(project: Project, wanted: asked.Asked) -> tuple[shown.Table, dict[str, Any]]:
    themes = queries.themes(project)
    read = facts.facts(project, wanted.wanted, themes)
    facets = queries.facets(project, queries.matching(project, wanted.wanted, themes))
    return shown.table(wanted, read, themes), listing.choices(facets, themes)
