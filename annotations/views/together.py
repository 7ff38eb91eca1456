"""Themes that are marked together: all pairs in a table and a list, and one pair's passages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotations.analysis import asked, facts, pairs
from annotations.analysis.matrix import Mark
from annotations.exports.tabular import WRITERS, Cell, Sheet
from annotations.filters import queries
from annotations.notes import listing
from annotations.views.downloads import sheet_in
from annotations.views.paging import asked_page
from reader.access import member
from reader.labels import queries as labels_queries
from reader.models import Project
from reader.views.frame import project_page

# Themes against each other on the page, and pairs of the list.
ACROSS, PER_PAGE = 25, 50


@dataclass(frozen=True)
class Passage:
    """A mark of each theme, or one mark with both; the addresses of their paragraphs."""

    title: str
    one: Mark
    other: Mark
    one_place: str
    other_place: str


@require_safe
@login_required
def together_page(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    here, wanted, filters = membership.project, pairs.asked(request.GET), asked.asked(request.GET)
    themes = queries.themes(here)
    read = facts.facts(here, filters.wanted, themes)
    found = pairs.laid(here, read, wanted, themes, once=filters.wanted.once)
    facets = queries.facets(here, queries.matching(here, filters.wanted, themes))
    return project_page(
        request,
        membership,
        "annotations/together.html",
        wanted=wanted,
        reposts=filters.reposts,
        filters=filters.wanted,
        narrows=replace(filters.wanted, once=False, dated="marked").narrows,
        ways=pairs.WAYS,
        found=found,
        grid=pairs.grid(found, ACROSS),
        beyond=max(0, len(found.themes) - ACROSS),
        page=asked_page(request, found.rows, PER_PAGE),
        pair=[theme for theme in themes if theme.pk in (wanted.one, wanted.other)],
        passages=list(_passages(here, read, found)),
        choices=listing.choices(facets, themes),
        labels=labels_queries.labels(here),
        formats=WRITERS,
    )


@require_safe
@login_required
def together_file(request: HttpRequest, project: int, form: str) -> HttpResponseBase:
    """All pairs that stand together."""
    here, writer = member(request.user, project).project, WRITERS.get(form)
    if writer is None:
        raise Http404
    wanted, filters, themes = pairs.asked(request.GET), asked.asked(request.GET), queries.themes(here)
    read = facts.facts(here, filters.wanted, themes)
    found = pairs.laid(here, read, replace(wanted, one=0, other=0), themes, once=filters.wanted.once)
    columns = (_("主题"), _("另一主题"), _("有前者"), _("有后者"), _("都有"), "c", "G²")
    return sheet_in(form, Sheet(f"{here} {_('同现')}", _said(wanted), columns, list(_rows(found))))


def _said(wanted: pairs.Asked) -> str:
    way = str(dict(pairs.WAYS)[wanted.how])
    return _("%(way)s，相距至多 %(reach)d 字") % {"way": way, "reach": wanted.reach} if wanted.how == "near" else way


def _rows(found: pairs.Laid) -> Iterator[tuple[Cell, ...]]:
    for row in found.rows:
        g2 = "" if row.by.g2 is None else round(row.by.g2, 4)
        yield row.one.name, row.other.name, row.by.one, row.by.other, row.by.both, round(row.by.c, 4), g2


def _passages(project: Project, read: facts.Facts, found: pairs.Laid) -> Iterator[Passage]:
    anchors = pairs.places(project, found.passages)
    for one, other in found.passages:
        addresses = (f"{_address(project, mark)}{anchors[mark.id]}" for mark in (one, other))
        yield Passage(read.about[one.article].title, one, other, *addresses)


def _address(project: Project, mark: Mark) -> str:
    return reverse("article", args=[project.pk, mark.article])
