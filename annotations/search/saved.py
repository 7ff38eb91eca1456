"""Searches that a person named: their own, those shared with them, and what each finds that it did not before."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import QueryDict

from annotations.limits import NAME_LENGTH
from annotations.models import SavedSearch
from annotations.refusals import Refusal
from annotations.search import asked
from annotations.search.finding import find
from annotations.search.language import LONGEST, Refused, parse
from annotations.search.results import Results
from reader.access import may
from reader.models import Membership, Project
from reader.text.direction import one_line

# So many of one person's; all are searched when they are listed.
MOST = 30
# What of an address makes the search; how it is looked at is not kept.
_KEPT = ("q", "within", "reposts")


@dataclass(frozen=True)
class Listed:
    """`total` places now, None where the search is refused; `fresh` more than its person has seen, 0 for another's."""

    search: SavedSearch
    mine: bool
    total: int | None
    fresh: int


def searches(project: Project, user: User) -> QuerySet[SavedSearch]:
    """The person's own, and what others share."""
    found = SavedSearch.objects.filter(Q(user=user) | Q(shared=True), project=project)
    return found.select_related("user")


def listed(project: Project, user: User) -> Iterator[Listed]:
    for search in searches(project, user)[: 2 * MOST]:
        total = total_of(project, search.query)
        mine = search.user_id == user.pk
        yield Listed(search, mine, total, max(0, (total or 0) - search.total) if mine else 0)


def total_of(project: Project, query: str) -> int | None:
    wanted = asked.asked(QueryDict(query))
    try:
        return Results(project, find(project, parse(wanted.q), wanted.within), wanted.reposts).total
    except Refused:
        return None


def save(membership: Membership, name: str, query: str, shared: bool) -> SavedSearch:
    """Under its name, the query instead of what the name stood for. Refusal: bad_name, too_many."""
    name, kept = one_line(name), _kept(query)
    if not 0 < len(name) <= NAME_LENGTH or "\0" in name or not kept:
        raise Refusal("bad_search", {"limit": NAME_LENGTH})
    mine = SavedSearch.objects.filter(project=membership.project, user=membership.user)
    if mine.exclude(name=name).count() >= MOST:
        raise Refusal("too_many_searches", {"limit": MOST})
    fields = {"query": kept, "shared": shared, "total": total_of(membership.project, kept) or 0}
    with transaction.atomic():
        return mine.update_or_create(
            name=name,
            defaults=fields,
            create_defaults=fields | {"project": membership.project, "user": membership.user},
        )[0]


def forget(membership: Membership, search: int) -> None:
    """One's own; an editor also what somebody who left had shared. Another's stays."""
    left = Q(user=None) if may(membership).edit else Q()
    SavedSearch.objects.filter(Q(user=membership.user) | left, project=membership.project, pk=search).delete()


def looked(project: Project, user: User, search: int, total: int) -> None:
    """Its person has seen so many places."""
    SavedSearch.objects.filter(project=project, user=user, pk=search).update(total=total)


def _kept(query: str) -> str:
    given = QueryDict(query)
    kept = QueryDict(mutable=True)
    kept.update({name: given[name] for name in _KEPT if given.get(name)})
    return kept.urlencode() if 0 < len(given.get("q", "")) <= LONGEST else ""
