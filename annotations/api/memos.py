"""The API's routes for memos."""

from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from pydantic import Field

from annotations.api.exports import PROJECT
from annotations.api.schemas import NOTE_LENGTH, Text
from annotations.memos import keeping
from annotations.models import Memo
from annotations.themes import queries as themes_queries
from reader.access import member
from reader.articles import queries as articles_queries

router = Router(tags=["notes"])


class MemoIn(Schema):
    """`revision` is the one that was seen, 0 where there was no memo."""

    text: Text = Field(max_length=NOTE_LENGTH)
    revision: int = Field(default=0, ge=0)


class MemoOut(Schema):
    text: str
    revision: int
    updated: datetime


@router.put(PROJECT + "/memo", response=MemoOut)
def put_memo(request: HttpRequest, project: int, wanted: MemoIn) -> Memo:
    """Write the project's memo."""
    return keeping.keep(member(request.user, project, "mark"), None, wanted.text, wanted.revision)


@router.put(PROJECT + "/articles/{id:article}/memo", response=MemoOut)
def put_article_memo(request: HttpRequest, project: int, article: int, wanted: MemoIn) -> Memo:
    """Write an article's memo."""
    membership = member(request.user, project, "mark")
    found = articles_queries.article(membership.project, article)
    return keeping.keep(membership, found, wanted.text, wanted.revision)


@router.put(PROJECT + "/themes/{id:theme}/memo", response=MemoOut)
def put_theme_memo(request: HttpRequest, project: int, theme: int, wanted: MemoIn) -> Memo:
    """Write a theme's memo."""
    membership = member(request.user, project, "mark")
    found = themes_queries.theme(membership.project, theme)
    if found is None:
        raise Http404
    return keeping.keep(membership, found, wanted.text, wanted.revision)
