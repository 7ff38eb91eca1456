"""The reads of invitations."""

from hashlib import sha256

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from reader.models import Invitation, Membership, Project

_OWNERS = Membership.objects.filter(
    project=OuterRef("project"), user=OuterRef("made_by"), user__is_active=True, role=Membership.Role.OWNER
)


def standing(project: Project) -> QuerySet[Invitation]:
    """The project's invitations that may still be accepted."""
    left = Invitation.objects.filter(project=project, accepted=None, withdrawn=None, expires__gt=timezone.now())
    return left.filter(Q(made_by=None) | Exists(_OWNERS)).select_related("made_by")


def by_token(token: str) -> Invitation | None:
    return Invitation.objects.select_related("project", "made_by").filter(digest=digest(token)).first()


def digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
