"""The API's routes for reading an article."""

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field, model_validator

from reader import access
from reader.articles import queries
from reader.people import progress as people_progress

router = Router(tags=["reading"])


class ProgressIn(Schema):
    block: int = Field(ge=0)
    blocks: int = Field(ge=1, le=2**31 - 1)

    @model_validator(mode="after")
    def within(self) -> "ProgressIn":
        if self.block > self.blocks:
            raise ValueError("block > blocks")
        return self


@router.put("/projects/{id:project}/articles/{id:article}/progress", response={204: None})
def put_progress(request: HttpRequest, project: int, article: int, progress: ProgressIn) -> Status:
    membership = access.member(request.user, project)
    found = queries.article(membership.project, article)
    people_progress.keep_progress(found, membership.user, progress.block, progress.blocks)
    return Status(204, None)
