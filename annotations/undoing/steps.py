"""Taking a step back, or taking that back: a person's steps in one article, or in the codebook of a project."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from annotations.history import queries
from annotations.history.recording import Action, Change, record
from annotations.history.stacks import Stacks, origin, replay
from annotations.models import Event
from annotations.refusals import Refusal
from annotations.undoing import restoring
from annotations.undoing.sentences import in_words
from reader.models import Article, Membership

SENTENCES = {"undo": _("已撤销“%(what)s”"), "redo": _("已重做“%(what)s”")}


@dataclass(frozen=True)
class Reversed:
    """What was taken back, in words, and the highlights it touched."""

    message: str
    highlights: tuple[UUID, ...]


def stacks(membership: Membership, article: Article | None) -> Stacks:
    """The person's steps in the article; in the codebook for None."""
    return replay(queries.steps(membership, article))


@transaction.atomic
def undo(membership: Membership, article: Article | None) -> Reversed:
    """Take back the person's last step in the article; in the codebook for None."""
    return _reverse("undo", membership, article)


@transaction.atomic
def redo(membership: Membership, article: Article | None) -> Reversed:
    """Take back the person's last undo there."""
    return _reverse("redo", membership, article)


def _reverse(name: str, membership: Membership, article: Article | None) -> Reversed:
    # Two windows of one person take turns.
    queries.lock_membership(membership)
    steps = queries.steps(membership, article)
    stack = {"undo": replay(steps).done, "redo": replay(steps).undone}[name]
    if not stack:
        raise Refusal(f"nothing_to_{name}")
    changes = _take_back(queries.events_of_step(membership.project, stack[-1]), membership)
    if not changes:
        raise Refusal("changed_since")
    place = article.pk if article else None
    record(Action(name, membership.project_id, place, membership.user_id, reverses=stack[-1]), changes)
    touched = tuple(UUID(change.subject_id) for change in changes if change.subject == "highlight")
    first = queries.events_of_step(membership.project, origin(steps, stack[-1]))
    return Reversed(gettext(SENTENCES[name]) % {"what": in_words(first)}, touched)


def _take_back(events: list[Event], membership: Membership) -> list[Change]:
    try:
        with transaction.atomic():
            made = [restoring.RESTORE[event.subject](event, membership) for event in reversed(events)]
    except IntegrityError as error:
        # A name that was given up has been taken by another row meanwhile.
        raise Refusal("changed_since") from error
    return [change for change in made if change]
