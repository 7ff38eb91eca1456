"""Making invitations and taking them back."""

import secrets
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from reader.invitations.queries import digest, standing
from reader.models import Invitation, Project

STANDS = timedelta(days=7)
# Of one project at a time.
LIMIT = 50


class TooMany(Exception):
    """So many invitations of the project stand already."""


@transaction.atomic
def invite(project: Project, role: str, by: User | None = None, username: str = "") -> str:
    """The token of a new invitation, which is kept nowhere. TooMany when the project has enough of them."""
    Project.objects.select_for_update().get(pk=project.pk)
    if standing(project).count() >= LIMIT:
        raise TooMany
    token = secrets.token_urlsafe(32)
    made_by = by and by.pk
    known = {"project": project, "role": role, "username": username, "made_by_id": made_by}
    Invitation.objects.create(digest=digest(token), expires=timezone.now() + STANDS, **known)
    return token


def withdraw(invitation: Invitation) -> bool:
    """False when it was accepted meanwhile."""
    left = Invitation.objects.filter(project=invitation.project, pk=invitation.pk, accepted=None)
    return bool(left.update(withdrawn=timezone.now()))
