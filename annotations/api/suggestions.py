"""The API's route for suggested passages that are refused; one that is accepted is put as any highlight is."""

from django.http import HttpRequest
from ninja import Router, Status

from annotations.api.schemas import RejectionIn
from annotations.refusals import Refusal
from annotations.suggestions import rejecting
from reader.access import member
from reader.articles import queries

router = Router(tags=["annotations"])


@router.post("/projects/{id:project}/rejections", response={204: None})
def post_rejection(request: HttpRequest, project: int, wanted: RejectionIn) -> Status[None]:
    membership = member(request.user, project, "mark")
    article = queries.article_alone(membership.project, wanted.article)
    text = queries.version_text(article, wanted.version)
    if text is None:
        raise Refusal("unknown_version")
    if not 0 <= wanted.start < wanted.end <= len(text):
        raise Refusal("out_of_range")
    rejecting.reject(membership, article, text[wanted.start : wanted.end], wanted.themes)
    return Status(204, None)
