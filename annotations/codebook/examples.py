"""Quotes that show, in the codebook, what a theme means."""

from uuid import UUID

from django.db import transaction

from annotations import access
from annotations.history.recording import Action, Change, record
from annotations.marks import queries, taggings
from reader.models import Membership


@transaction.atomic
def pin(membership: Membership, theme_id: int, highlight: UUID, pinned: bool) -> bool:
    """Take the highlight as an example of the theme, or take it off; False where it is not tagged so."""
    access.require_edit(membership)
    row = queries.tagging_of(membership.project, str(highlight), theme_id)
    if row is None:
        return False
    if row.pinned != pinned:
        before, row.pinned = taggings.state_of(row), pinned
        row.save(update_fields=["pinned"])
        change = Change("tagging", str(row.pk), before, taggings.state_of(row))
        record(Action("pin" if pinned else "unpin", membership.project_id, actor=membership.user_id), [change])
    return True
