"""The API's routes for notes that leave: annotations in the W3C's shape, exports, memos."""

import json
from datetime import datetime
from math import ceil
from typing import Literal
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from annotations.archive.sending import archived
from annotations.exporting import documents, jobs
from annotations.exporting import queries as exporting_queries
from annotations.exports import FORMATS, jsonld
from annotations.filters import filter as filters_filter
from annotations.filters import queries as filters_queries
from annotations.models import Export
from reader.access import member
from reader.api.errors import ApiError

router = Router(tags=["notes"])
PER_PAGE = 100
PROJECT = "/projects/{id:project}"
EXPORT = PROJECT + "/exports/{uuid:export}"


class ExportIn(Schema):
    """`filter` is the notes page's address behind its question mark; "" is the whole project. `people`: Word and PDF
    name every mark's coder and minute, which otherwise they do only of several coders' marks."""

    format: str
    filter: str = Field(default="", max_length=4000)
    people: bool = False


class ExportOut(Schema):
    id: UUID = Field(alias="uuid")
    format: str
    status: Literal["queued", "running", "done", "failed", "cancelled"]
    done: int
    total: int
    filename: str
    size: int
    error: str
    expires: datetime | None


@router.get(PROJECT + "/annotations")
def get_annotations(request: HttpRequest, project: int, page: int = 0) -> HttpResponse:
    """A page of the marks that the notes page's filter shows, as a W3C Annotation Page (JSON-LD)."""
    here = member(request.user, project).project
    site = request.build_absolute_uri("/").rstrip("/")
    placed = filters_queries.placed(here, documents.shown(here, filters_filter.wanted(request.GET)))
    total = placed.count()
    # A page behind the last is empty, however far behind.
    start = min(max(page, 0), ceil(total / PER_PAGE)) * PER_PAGE
    asked = documents.Request(None, site, timezone.now())
    document = documents.of_marks(here, asked, placed[start : start + PER_PAGE])
    body = jsonld.page(document, request.build_absolute_uri(), start, total, PER_PAGE)
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type=jsonld.media_type)


@router.post(PROJECT + "/exports", response={202: ExportOut})
def post_export(request: HttpRequest, project: int, wanted: ExportIn) -> Status[Export]:
    membership = member(request.user, project)
    if wanted.format not in FORMATS:
        raise ApiError(422, "unknown_format", _("没有这种格式。"), formats=list(FORMATS))
    site = request.build_absolute_uri("/").rstrip("/")
    row = jobs.queue(membership, wanted.format, filters_filter.of_query(wanted.filter), site, people=wanted.people)
    row.refresh_from_db()
    return Status(202, row)


@router.get(EXPORT, response=ExportOut)
def get_export(request: HttpRequest, project: int, export: UUID) -> Export:
    row = exporting_queries.export(member(request.user, project).project, export)
    jobs.revive(row)
    return row


@router.delete(EXPORT, response={204: None})
def delete_export(request: HttpRequest, project: int, export: UUID) -> Status[None]:
    """Cancel it; what is written already stays until it expires."""
    membership = member(request.user, project)
    jobs.take_back(exporting_queries.export(membership.project, export), membership)
    return Status(204, None)


@router.get(EXPORT + "/file", url_name="export_file")
def get_export_file(request: HttpRequest, project: int, export: UUID) -> HttpResponseBase:
    row = exporting_queries.export(member(request.user, project).project, export)
    if row.status != Export.Status.DONE:
        raise Http404
    answer = StreamingHttpResponse(exporting_queries.content(row), content_type=FORMATS[row.format].media_type)
    answer["Content-Length"] = str(row.size)
    answer["Content-Disposition"] = content_disposition_header(True, row.filename)
    return answer


@router.get(PROJECT + "/archive")
def get_archive(request: HttpRequest, project: int) -> HttpResponseBase:
    """The project's archive: everything of it, as a project is restored from it."""
    return archived(member(request.user, project).project)
