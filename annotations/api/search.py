"""The API's routes for finding: in one article, and where a few characters may lead."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from annotations.api.schemas import Text
from annotations.search import in_article, quick
from annotations.search.language import LONGEST, Refused, parse
from annotations.search.wording import why
from reader.access import member
from reader.api.errors import ApiError
from reader.articles import queries

router = Router(tags=["search"])

Typed = Annotated[Text, Field(min_length=1, max_length=LONGEST)]


class FoundOut(Schema):
    """`spans` are code points of the version's text; `literally`: what was typed is no query, its own characters were
    looked for."""

    version: int
    spans: list[tuple[int, int]]
    literally: bool


class GoalOut(Schema):
    kind: str
    name: str
    address: str


@router.get("/projects/{id:project}/articles/{id:article}/found", response=FoundOut)
def get_found(request: HttpRequest, project: int, article: int, q: Typed) -> FoundOut:
    membership = member(request.user, project)
    version = queries.article(membership.project, article).current
    try:
        query = parse(q)
        spans = in_article.spans(version, query)
    except Refused as refused:
        raise ApiError(422, refused.reason, why(refused)) from refused
    return FoundOut(version=version.pk, spans=spans, literally=query.literally)


@router.get("/projects/{id:project}/goals", response=list[GoalOut])
def get_goals(request: HttpRequest, project: int, q: Typed) -> list[quick.Goal]:
    return quick.goals(member(request.user, project), q)
