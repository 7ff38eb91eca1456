"""The API's routes for marks and themes: guard, one call, one answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from ninja import Router, Status
from ninja.decorators import decorate_view

from annotations.api import answers
from annotations.api.schemas import (
    AddedThemeIn,
    ArticleThemeIn,
    ArticleThemes,
    Changes,
    Cursor,
    Desk,
    HighlightIn,
    HighlightOut,
    OrderIn,
    PlaceIn,
    Report,
    Taken,
    ThemeIn,
    ThemeOut,
)
from annotations.codebook import arranging
from annotations.history import changes
from annotations.marks import editing, queries
from annotations.marks.editing import Overtaken
from annotations.models import Highlight, Theme
from annotations.refusals import Refusal
from annotations.themes import deciding, making
from annotations.themes.making import DuplicateTheme
from annotations.undoing import steps
from reader.access import member
from reader.api.errors import ApiError, api, refusal
from reader.models import Membership

router = Router(tags=["annotations"])
ARTICLE = "/projects/{int:project}/articles/{int:article}"
HIGHLIGHT = "/projects/{int:project}/highlights/{uuid:highlight}"


@router.get(ARTICLE + "/desk", response=Desk)
@decorate_view(gzip_page)
def get_desk(request: HttpRequest, project: int, article: int) -> Desk:
    membership = member(request.user, project)
    return answers.desk(membership, queries.desk_article(membership.project, article))


@router.get(ARTICLE + "/desk/changes", response={200: Changes, 304: None})
def get_changes(
    request: HttpRequest, response: HttpResponse, project: int, article: int, since: Cursor
) -> Status[Changes | None]:
    """Asked every few seconds by every open page: 304 as long as nothing happened."""
    membership = member(request.user, project)
    found = queries.article(membership.project, article)
    changed = changes.since(found, since)
    response["ETag"] = f'"{changed.tag}"'
    if request.headers.get("If-None-Match") == response["ETag"]:
        return Status(304, None)
    return Status(200, answers.changes(membership, found, changed))


@router.get(ARTICLE + "/reanchoring", response=Report)
def get_report(request: HttpRequest, project: int, article: int) -> Report:
    membership = member(request.user, project)
    return answers.report(membership, queries.article(membership.project, article))


@router.get(HIGHLIGHT, response=HighlightOut)
def get_highlight(request: HttpRequest, response: HttpResponse, project: int, highlight: UUID) -> HighlightOut:
    membership = member(request.user, project)
    return _answer(response, membership, queries.highlight(membership.project, highlight))


@router.put(HIGHLIGHT, response={200: HighlightOut, 201: HighlightOut})
def put_highlight(
    request: HttpRequest, response: HttpResponse, project: int, highlight: UUID, wanted: HighlightIn
) -> Status[HighlightOut]:
    membership = member(request.user, project, "mark")
    article = queries.article(membership.project, wanted.article)
    kept = editing.put(membership, highlight, article, wanted.mark(), request.headers.get("If-Match"))
    return Status(201 if kept.created else 200, _answer(response, membership, kept.highlight))


@router.delete(HIGHLIGHT, response={204: None})
def delete_highlight(request: HttpRequest, response: HttpResponse, project: int, highlight: UUID) -> Status[None]:
    membership = member(request.user, project, "mark")
    deleted = editing.remove(membership, highlight, request.headers.get("If-Match"))
    response["ETag"] = _etag(deleted)
    return Status(204, None)


@router.post(ARTICLE + "/undo", response=Taken)
def post_undo(request: HttpRequest, project: int, article: int) -> Taken:
    membership = member(request.user, project, "mark")
    found = queries.article(membership.project, article)
    return answers.taken(membership, found, steps.undo(membership, found))


@router.post(ARTICLE + "/redo", response=Taken)
def post_redo(request: HttpRequest, project: int, article: int) -> Taken:
    membership = member(request.user, project, "mark")
    found = queries.article(membership.project, article)
    return answers.taken(membership, found, steps.redo(membership, found))


@router.post("/projects/{int:project}/themes", response={201: ThemeOut})
def post_theme(request: HttpRequest, project: int, wanted: ThemeIn) -> Status[ThemeOut]:
    membership = member(request.user, project, "mark")
    return Status(201, _theme(making.create(membership, wanted.name, wanted.parent)))


@router.post("/projects/{int:project}/themes/{int:theme}/move", response={204: None})
def move_theme(request: HttpRequest, project: int, theme: int, wanted: PlaceIn) -> Status[None]:
    arranging.move(member(request.user, project, "edit"), theme, wanted.parent, wanted.before)
    return Status(204, None)


@router.post(ARTICLE + "/article-themes", response=ArticleThemes)
def post_article_theme(request: HttpRequest, project: int, article: int, wanted: AddedThemeIn) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    deciding.add(membership, found, wanted.name, wanted.theme)
    return answers.article_themes(found)


@router.put(ARTICLE + "/article-themes/order", response=ArticleThemes)
def put_order(request: HttpRequest, project: int, article: int, wanted: OrderIn) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    deciding.arrange(membership, found, wanted.ids)
    return answers.article_themes(found)


@router.post(ARTICLE + "/article-themes/accept-all", response=ArticleThemes)
def accept_all(request: HttpRequest, project: int, article: int) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = queries.article(membership.project, article)
    deciding.accept_all(membership, found)
    return answers.article_themes(found)


@router.patch("/projects/{int:project}/article-themes/{int:article_theme}", response=ArticleThemes)
def patch_article_theme(
    request: HttpRequest, project: int, article_theme: int, wanted: ArticleThemeIn
) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    row = queries.article_theme(membership.project, article_theme)
    deciding.decide(membership, row, deciding.Decision(wanted.status, wanted.name, wanted.theme))
    return answers.article_themes(row.article)


@api.exception_handler(Refusal)
def on_refusal(request: HttpRequest, error: Refusal) -> HttpResponse:
    return refusal(request, ApiError(error.status, error.code, str(error), **error.extras))


@api.exception_handler(DuplicateTheme)
def on_duplicate(request: HttpRequest, error: DuplicateTheme) -> HttpResponse:
    return refusal(request, ApiError(error.status, error.code, str(error), current=_theme(error.theme)))


@api.exception_handler(Overtaken)
def on_overtaken(request: HttpRequest, error: Overtaken) -> HttpResponse:
    """The reader is shown what is there now: null when it is deleted, with the revision that brings it back."""
    stored = error.highlight
    if stored is None:
        return refusal(request, ApiError(error.status, error.code, str(error), current=None))
    membership = member(request.user, stored.project_id)
    current = None if stored.deleted else answers.highlight(queries.with_taggings(stored), membership)
    extras = {"current": current, "revision": stored.revision}
    response = refusal(request, ApiError(error.status, error.code, str(error), **extras))
    response["ETag"] = _etag(stored)
    return response


def _answer(response: HttpResponse, membership: Membership, row: Highlight) -> HighlightOut:
    response["ETag"] = _etag(row)
    return answers.highlight(queries.with_taggings(row), membership)


def _etag(row: Highlight) -> str:
    return f'"{row.revision}"'


def _theme(row: Theme) -> ThemeOut:
    return answers.theme(row, {theme.pk: theme for theme in queries.themes(row.project)})
