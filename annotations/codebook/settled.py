"""What is settled for a whole codebook: its lock, its words, and how these are taken back."""

from django.db import transaction

from annotations import access
from annotations.history.recording import Action, Change, State, record
from annotations.models import Codebook, Event
from annotations.refusals import Refusal
from annotations.themes import queries
from reader.models import Membership


@transaction.atomic
def lock(membership: Membership, locked: bool) -> None:
    """Let only editors add themes, or coders too."""
    access.require_edit(membership)
    kept = queries.locked_codebook(membership.project)
    before, kept.locked = codebook_state(kept), locked
    keep_codebook(membership, "lock" if locked else "unlock", kept, before)


def codebook_state(kept: Codebook) -> State:
    return {"locked": kept.locked, "terms": kept.terms, "withheld": kept.withheld}


def keep_codebook(membership: Membership, action: str, kept: Codebook, before: State) -> None:
    if codebook_state(kept) == before:
        return
    kept.save(update_fields=["locked", "terms", "withheld"])
    change = Change("codebook", str(kept.project_id), before, codebook_state(kept))
    record(Action(action, kept.project_id, actor=membership.user_id), [change])


def restore(event: Event, membership: Membership) -> Change | None:
    access.require_edit(membership)
    kept = queries.locked_codebook(membership.project)
    before = codebook_state(kept)
    if before != event.after or event.before is None:
        raise Refusal("changed_since")
    for name, value in event.before.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(event.before))
    return Change("codebook", event.subject_id, before, event.before)
