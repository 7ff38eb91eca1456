"""Who may see or change what in a project. A stranger gets 404, a member without the right 403."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from reader.models import Membership

Person = AbstractBaseUser | AnonymousUser

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


def member(user: Person, project_id: int, right: str = "read") -> Membership:
    """The user's membership of the project, its project loaded, when it carries the right."""
    membership = (
        Membership.objects.select_related("project").filter(project=project_id, user=user.pk).first()
        if user.is_authenticated
        else None
    )
    if membership is None:
        raise Http404
    if right not in RIGHTS[membership.role]:
        raise PermissionDenied
    return membership
