"""The API's routes for one mark: read, kept by its own id, deleted."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from annotations.api import answers
from annotations.api.schemas import (
    HighlightIn,
    HighlightOut,
)
from annotations.history import queries as history_queries
from annotations.marks import editing
from annotations.marks import queries as marks_queries
from annotations.marks.editing import Overtaken
from annotations.models import Highlight
from reader.access import member
from reader.api.errors import ApiError, api, refusal
from reader.articles import queries as articles_queries
from reader.models import Membership
from reader.people.names import name_of

router = Router(tags=["annotations"])
HIGHLIGHT = "/projects/{id:project}/highlights/{uuid:highlight}"


@router.get(HIGHLIGHT, response=HighlightOut)
def get_highlight(request: HttpRequest, response: HttpResponse, project: int, highlight: UUID) -> HighlightOut:
    membership = member(request.user, project)
    return _answer(response, membership, marks_queries.highlight(membership.project, highlight))


@router.put(HIGHLIGHT, response={200: HighlightOut, 201: HighlightOut})
def put_highlight(
    request: HttpRequest, response: HttpResponse, project: int, highlight: UUID, wanted: HighlightIn
) -> Status[HighlightOut]:
    membership = member(request.user, project, "mark")
    article = articles_queries.article_alone(membership.project, wanted.article)
    kept = editing.put(membership, highlight, article, wanted.mark(), request.headers.get("If-Match"))
    return Status(201 if kept.created else 200, _answer(response, membership, kept.highlight, kept.themes))


@router.delete(HIGHLIGHT, response={204: None})
def delete_highlight(request: HttpRequest, response: HttpResponse, project: int, highlight: UUID) -> Status[None]:
    membership = member(request.user, project, "mark")
    deleted = editing.remove(membership, highlight, request.headers.get("If-Match"))
    response["ETag"] = _etag(deleted)
    return Status(204, None)


@api.exception_handler(Overtaken)
def on_overtaken(request: HttpRequest, error: Overtaken) -> HttpResponse:
    """The reader is shown what is there now: null when it is deleted, with the revision that brings it back."""
    stored = error.highlight
    if stored is None:
        return refusal(request, ApiError(error.status, error.code, str(error), current=None))
    membership = member(request.user, stored.project_id)
    current = None if stored.deleted else answers.highlight(marks_queries.with_taggings(stored), membership)
    extras = {"current": current, "revision": stored.revision, "changed_by": _who(stored)}
    response = refusal(request, ApiError(error.status, error.code, str(error), **extras))
    response["ETag"] = _etag(stored)
    return response


def _who(stored: Highlight) -> str | None:
    """The name of who changed it last."""
    last = history_queries.last_change(stored)
    return name_of(last[0]) if last and last[0] else None


def _answer(
    response: HttpResponse, membership: Membership, row: Highlight, themes: tuple[int, ...] | None = None
) -> HighlightOut:
    response["ETag"] = _etag(row)
    return answers.highlight(row if themes is not None else marks_queries.with_taggings(row), membership, themes)


def _etag(row: Highlight) -> str:
    return f'"{row.revision}"'
