"""The API's routes for the desk of an article: what it shows, what changed, undo."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from ninja import Router, Status
from ninja.decorators import decorate_view

from annotations.api import answers
from annotations.api.schemas import (
    Changes,
    Cursor,
    Desk,
    Report,
    Taken,
)
from annotations.history import changes
from annotations.marks import queries as marks_queries
from annotations.refusals import Refusal
from annotations.undoing import steps
from reader.access import member
from reader.api.errors import ApiError, api, refusal
from reader.articles import queries as articles_queries

router = Router(tags=["annotations"])
ARTICLE = "/projects/{id:project}/articles/{id:article}"


@router.get(ARTICLE + "/desk", response=Desk)
@decorate_view(gzip_page)
def get_desk(request: HttpRequest, project: int, article: int) -> Desk:
    membership = member(request.user, project)
    return answers.desk(membership, marks_queries.desk_article(membership.project, article))


@router.get(ARTICLE + "/desk/changes", response={200: Changes, 304: None})
def get_changes(
    request: HttpRequest, response: HttpResponse, project: int, article: int, since: Cursor
) -> Status[Changes | None]:
    """Asked every few seconds by every open page: 304 as long as nothing happened."""
    membership = member(request.user, project)
    found = articles_queries.article_alone(membership.project, article)
    changed = changes.since(found, since)
    response["ETag"] = f'"{changed.tag}"'
    if request.headers.get("If-None-Match") == response["ETag"]:
        return Status(304, None)
    return Status(200, answers.changes(membership, found, changed))


@router.get(ARTICLE + "/reanchoring", response=Report)
def get_report(request: HttpRequest, project: int, article: int) -> Report:
    membership = member(request.user, project)
    return answers.report(membership, articles_queries.article_alone(membership.project, article))


@router.post(ARTICLE + "/undo", response=Taken)
def post_undo(request: HttpRequest, project: int, article: int) -> Taken:
    membership = member(request.user, project, "mark")
    found = articles_queries.article_alone(membership.project, article)
    return answers.taken(membership, found, steps.undo(membership, found))


@router.post(ARTICLE + "/redo", response=Taken)
def post_redo(request: HttpRequest, project: int, article: int) -> Taken:
    membership = member(request.user, project, "mark")
    found = articles_queries.article_alone(membership.project, article)
    return answers.taken(membership, found, steps.redo(membership, found))


@api.exception_handler(Refusal)
def on_refusal(request: HttpRequest, error: Refusal) -> HttpResponse:
    return refusal(request, ApiError(error.status, error.code, str(error), **error.extras))
