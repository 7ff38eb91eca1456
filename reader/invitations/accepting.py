"""Coming into a project by an invitation: as who one is, or with an account made for it."""

from enum import Enum

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reader.invitations.queries import standing
from reader.models import Invitation
from reader.projects import changing

# So many accounts may fail to be made with one invitation; each tells whether a user name is taken.
TRIES = 20


class State(Enum):
    """What has become of an invitation."""

    STANDS = "stands"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TRIED = "tried too often"


class NotStanding(Exception):
    """It cannot be accepted, for the reason given."""

    def __init__(self, state: State) -> None:
        super().__init__(state.value)
        self.state = state


class NotForYou(Exception):
    """It is for an account of another name."""


def state(invitation: Invitation) -> State:
    if invitation.accepted:
        return State.USED
    if invitation.expires <= timezone.now():
        return State.EXPIRED
    if not standing(invitation.project).filter(pk=invitation.pk).exists():
        return State.WITHDRAWN
    return State.TRIED if invitation.tries >= TRIES else State.STANDS


def is_for(invitation: Invitation, user: User) -> bool:
    return invitation.username in ("", user.get_username())


@transaction.atomic
def accept(invitation: Invitation, user: User) -> None:
    """Make the user a member, once; an account not yet saved is saved with it. NotStanding or NotForYou else."""
    # The lock makes two who hold the same link take turns.
    locked = Invitation.objects.select_for_update().get(project=invitation.project, pk=invitation.pk)
    if (found := state(locked)) is not State.STANDS:
        raise NotStanding(found)
    if not is_for(locked, user):
        raise NotForYou
    if user.pk is None:
        user.save()
    changing.join(locked.project, user, locked.role)
    locked.accepted, locked.accepted_by_id = timezone.now(), user.pk
    locked.save(update_fields=["accepted", "accepted_by"])


def failed(invitation: Invitation) -> None:
    """Note that an account could not be made with it."""
    Invitation.objects.filter(project=invitation.project, pk=invitation.pk).update(tries=F("tries") + 1)
