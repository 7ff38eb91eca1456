"""Who may change which mark: a coder their own, an editor anyone's."""

from django.core.exceptions import PermissionDenied

from annotations.models import Highlight
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
