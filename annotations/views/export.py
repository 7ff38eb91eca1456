"""The notes that leave a project, as files: at once, or by the worker where that takes too long."""

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from annotations.exporting import documents, jobs, queries
from annotations.exports import FORMATS, Format, filenames
from annotations.exports.document import Document
from annotations.exports.pdf.report import Unavailable
from annotations.filters import filter
from annotations.filters.filter import Filter
from reader.access import member
from reader.models import Membership
from reader.views.frame import project_page


@require_safe
@login_required
def export(request: HttpRequest, project: int, format: str) -> HttpResponseBase:
    """What the address's filter shows, as a file; where that takes long, an offer to write it meanwhile."""
    membership = member(request.user, project)
    chosen, wanted = _format(format), _wanted(request)
    document = documents.of_filter(membership.project, _asked(request, membership), wanted)
    if jobs.is_long(format, document):
        shown: dict[str, Any] = {
            "format": chosen,
            "label": gettext(chosen.label),
            "wanted": wanted,
            "people": document.people,
        }
        articles = len(document.articles)
        return project_page(request, membership, "annotations/export_offer.html", articles=articles, **shown)
    try:
        return _file(document, chosen)
    except Unavailable as error:
        return project_page(request, membership, "annotations/export_refused.html", 503, reason=gettext(str(error)))


@require_safe
@login_required
def exports(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    for row in queries.own(membership):
        jobs.revive(row)
    rows = [(row, gettext(FORMATS[row.format].label)) for row in queries.own(membership)]
    return project_page(request, membership, "annotations/exports.html", rows=rows, filters=filter.wanted(request.GET))


@require_safe
@login_required
def export_news(request: HttpRequest, project: int) -> HttpResponse:
    """How far the person's exports are, as every page tells it."""
    membership = member(request.user, project)
    shown = {"membership": membership, "project": membership.project}
    return render(request, "annotations/_export_news.html", shown)


@require_POST
@login_required
def export_start(request: HttpRequest, project: int) -> HttpResponse:
    membership = member(request.user, project)
    wanted = filter.of_query(request.POST.get("query", ""))
    format = _format(request.POST.get("format", ""))
    asked = _asked(request, membership)
    jobs.queue(membership, format.name, wanted, asked.site, people=asked.people)
    request.session[queries.EXPORTING] = membership.project_id
    return redirect("exports", project)


@require_POST
@login_required
def export_cancel(request: HttpRequest, project: int, export: UUID) -> HttpResponse:
    membership = member(request.user, project)
    jobs.take_back(queries.export(membership.project, export), membership)
    return redirect("exports", project)


def _wanted(request: HttpRequest) -> Filter:
    """The filter; an article that makes no sense is not the whole project but 404."""
    wanted = filter.wanted(request.GET)
    if "article" in request.GET and not wanted.article:
        raise Http404
    return wanted


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise Http404
    return FORMATS[name]


def _asked(request: HttpRequest, membership: Membership) -> documents.Request:
    site, people = request.build_absolute_uri("/").rstrip("/"), "people" in request.GET or "people" in request.POST
    return documents.Request(membership.user, site, timezone.now(), people)


def _file(document: Document, format: Format) -> FileResponse:
    file = BytesIO()
    format.write(document, file)
    file.seek(0)
    name = filenames.filename(document.title, format.extension)
    return FileResponse(file, as_attachment=True, filename=name, content_type=format.media_type)
