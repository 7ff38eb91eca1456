"""The article before and the one after, in the list that the library shows under a filter."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from annotations.library import queries
from annotations.library.filter import query_of
from annotations.library.queries import Wanted
from reader.articles.queries import articles
from reader.models import Article, Project


@dataclass(frozen=True)
class Neighbours:
    """`number` of `total` is the article's place; `query` the list's address, on the page that shows the article."""

    previous: Article | None
    next: Article | None
    number: int
    total: int
    filter: str
    query: str


def around(project: Project, user: User, wanted: Wanted, article: Article, per_page: int) -> Neighbours | None:
    """None when the article is not in the list. One that has been begun since it was opened as unread counts still."""
    ids = list(queries.matching(project, user, wanted, besides=article.pk).values_list("pk", flat=True))
    if article.pk not in ids:
        return None
    at = ids.index(article.pk)
    beside = {"previous": ids[at - 1] if at else None, "next": ids[at + 1] if at + 1 < len(ids) else None}
    found = articles(project).only("pk", "project", "title").in_bulk([pk for pk in beside.values() if pk])
    query = query_of(wanted)
    page = at // per_page + 1
    return Neighbours(
        **{name: found.get(pk or 0) for name, pk in beside.items()},
        number=at + 1,
        total=len(ids),
        filter=query,
        query="&".join(filter(None, (query, f"page={page}" if page > 1 else ""))),
    )
