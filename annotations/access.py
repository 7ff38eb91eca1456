"""Who may change which mark: a coder their own, an editor anyone's. Who may add a theme: an editor, and a coder where
the codebook is not locked."""

from django.core.exceptions import PermissionDenied

from annotations.models import Codebook, Highlight
from reader.access import may
from reader.models import Membership


def may_change(membership: Membership, highlight: Highlight) -> bool:
    rights = may(membership)
    return rights.edit or (rights.mark and highlight.author_id == membership.user_id)


def require_change(membership: Membership, highlight: Highlight) -> None:
    if not may_change(membership, highlight):
        raise PermissionDenied


def require_edit(membership: Membership) -> None:
    if not may(membership).edit:
        raise PermissionDenied


def may_add(membership: Membership, codebook: Codebook) -> bool:
    rights = may(membership)
    return rights.edit or (rights.mark and not codebook.locked)


def require_add(membership: Membership, codebook: Codebook) -> None:
    if not may_add(membership, codebook):
        raise PermissionDenied
