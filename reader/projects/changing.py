"""Making projects and changing who belongs to them."""

from django.contrib.auth.models import User
from django.db import transaction

from reader.models import Membership, Project
from reader.projects import queries


class LastOwner(Exception):
    """A project keeps at least one owner."""


@transaction.atomic
def create(owner: User, name: str) -> Project:
    project = Project.objects.create(name=name)
    add_member(project, owner, Membership.Role.OWNER)
    return project


def add_member(project: Project, user: User, role: str) -> bool:
    """Give the user the role; False when they were a member already, whose role then changes."""
    membership, created = Membership.objects.get_or_create(project=project, user_id=user.pk, defaults={"role": role})
    if not created:
        change_role(membership, role)
    return created


def join(project: Project, user: User, role: str) -> None:
    """Make the user a member; who is one already keeps their role."""
    Membership.objects.get_or_create(project=project, user_id=user.pk, defaults={"role": role})


@transaction.atomic
def change_role(membership: Membership, role: str) -> None:
    _keep_an_owner(membership, leaving=role != Membership.Role.OWNER)
    membership.role = role
    membership.save(update_fields=["role"])


@transaction.atomic
def remove_member(membership: Membership) -> None:
    _keep_an_owner(membership, leaving=True)
    membership.delete()


def _keep_an_owner(membership: Membership, leaving: bool) -> None:
    # The lock makes two owners who leave at the same moment take turns.
    owners = [owner.pk for owner in queries.owners(membership.project).select_for_update()]
    if leaving and owners == [membership.pk]:
        raise LastOwner
