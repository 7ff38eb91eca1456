"""Who may see or change what in a project. A stranger gets 404, a member without the right 403."""

from dataclasses import dataclass
from typing import cast

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from reader.models import Membership

RIGHTS: dict[str, frozenset[str]] = {
    "viewer": frozenset({"read"}),
    "coder": frozenset({"read", "mark"}),
    "editor": frozenset({"read", "mark", "edit"}),
    "owner": frozenset({"read", "mark", "edit", "own"}),
}


@dataclass(frozen=True)
class May:
    """What a member may do: read and export; mark; import, clean and edit; manage the project."""

    read: bool
    mark: bool
    edit: bool
    own: bool


def may(membership: Membership) -> May:
    rights = RIGHTS[membership.role]
    return May("read" in rights, "mark" in rights, "edit" in rights, "own" in rights)


def member(user: User | AnonymousUser, project_id: int, right: str = "read") -> Membership:
    """The user's membership of the project, when it carries the right; with the project, and the user and their
    preferences."""
    mine = Membership.objects.select_related("project", "user__preferences")
    membership = mine.filter(project=project_id, user=user.pk).first() if user.pk else None
    if membership is None:
        raise Http404
    if right not in RIGHTS[membership.role]:
        raise PermissionDenied
    return membership


def signed_in(request: HttpRequest) -> User:
    """The person of a view behind login_required."""
    return cast(User, request.user)
