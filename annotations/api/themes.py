"""The API's routes for themes: made, moved, and what is decided on an article's own."""

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from annotations.api import answers
from annotations.api.desk import ARTICLE
from annotations.api.schemas import (
    AcceptAllIn,
    AddedThemeIn,
    ArticleThemeIn,
    ArticleThemes,
    OrderIn,
    PlaceIn,
    ThemeIn,
    ThemeOut,
)
from annotations.codebook import arranging
from annotations.models import Theme
from annotations.themes import deciding, making
from annotations.themes import queries as themes_queries
from annotations.themes.making import DuplicateTheme
from reader.access import member
from reader.api.errors import ApiError, api, refusal
from reader.articles import queries as articles_queries

router = Router(tags=["annotations"])


@router.post("/projects/{id:project}/themes", response={201: ThemeOut})
def post_theme(request: HttpRequest, project: int, wanted: ThemeIn) -> Status[ThemeOut]:
    membership = member(request.user, project, "mark")
    return Status(201, _theme(making.create(membership, wanted.name, wanted.parent)))


@router.post("/projects/{id:project}/themes/{id:theme}/move", response={204: None})
def move_theme(request: HttpRequest, project: int, theme: int, wanted: PlaceIn) -> Status[None]:
    arranging.move(member(request.user, project, "edit"), theme, wanted.parent, wanted.before)
    return Status(204, None)


@router.post(ARTICLE + "/article-themes", response=ArticleThemes)
def post_article_theme(request: HttpRequest, project: int, article: int, wanted: AddedThemeIn) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = articles_queries.article_alone(membership.project, article)
    deciding.add(membership, found, wanted.name, wanted.theme)
    return answers.article_themes(found)


@router.put(ARTICLE + "/article-themes/order", response=ArticleThemes)
def put_order(request: HttpRequest, project: int, article: int, wanted: OrderIn) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = articles_queries.article_alone(membership.project, article)
    deciding.arrange(membership, found, wanted.ids)
    return answers.article_themes(found)


@router.post(ARTICLE + "/article-themes/accept-all", response=ArticleThemes)
def accept_all(request: HttpRequest, project: int, article: int, wanted: AcceptAllIn | None = None) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    found = articles_queries.article_alone(membership.project, article)
    deciding.accept_all(membership, found, wanted.unfolded if wanted else ())
    return answers.article_themes(found)


@router.patch("/projects/{id:project}/article-themes/{id:article_theme}", response=ArticleThemes)
def patch_article_theme(
    request: HttpRequest, project: int, article_theme: int, wanted: ArticleThemeIn
) -> ArticleThemes:
    membership = member(request.user, project, "edit")
    row = themes_queries.article_theme(membership.project, article_theme)
    deciding.decide(membership, row, deciding.Decision(**wanted.dict()))
    return answers.article_themes(row.article)


@api.exception_handler(DuplicateTheme)
def on_duplicate(request: HttpRequest, error: DuplicateTheme) -> HttpResponse:
    return refusal(request, ApiError(error.status, error.code, str(error), current=_theme(error.theme)))


def _theme(row: Theme) -> ThemeOut:
    return answers.theme(row, {theme.pk: theme for theme in themes_queries.themes(row.project)})
