"""Where the themes stand: moved in the tree, put away in the archive, and brought back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from annotations import access
from annotations.history.recording import Action, Change, record
from annotations.models import Theme
from annotations.refusals import Refusal
from annotations.themes import making, queries
from annotations.themes.tree import below, lineage, place_below, siblings
from reader.models import Membership


@transaction.atomic
def move(membership: Membership, theme_id: int, parent: int | None, before: int | None = None) -> None:
    """Put the theme below the parent, or among the roots, before that sibling or at the end."""
    access.require_edit(membership)
    queries.locked_codebook(membership.project)
    by_id = making.project_themes(membership.project)
    if theme_id not in by_id:
        raise Refusal("unknown_theme")
    place_below(by_id, parent, theme_id)
    moved = by_id[theme_id]
    row = [theme for theme in siblings(by_id.values(), parent) if theme.pk != theme_id]
    at = next((index for index, theme in enumerate(row) if theme.pk == before), len(row))
    row.insert(at, moved)
    # The moved theme's change comes first: the step goes by its name.
    changes = [*_put(moved, parent, at), *_renumbered(row)]
    record(Action("move_theme", membership.project_id, actor=membership.user_id), changes)


@transaction.atomic
def archive(membership: Membership, theme_id: int) -> None:
    """Offer the theme, and what hangs under it, no more. What is tagged stays tagged."""
    access.require_edit(membership)
    queries.locked_codebook(membership.project)
    by_id = making.project_themes(membership.project)
    put_away = [by_id[id] for id in sorted(below(by_id.values(), theme_id)) if by_id[id].archived is None]
    # To the second: states are compared as they are written.
    _set_archived(membership, "archive_theme", put_away, timezone.now().replace(microsecond=0))


@transaction.atomic
def unarchive(membership: Membership, theme_id: int) -> None:
    """Offer the theme again, with what hangs under it and what it hangs under."""
    access.require_edit(membership)
    queries.locked_codebook(membership.project)
    by_id = making.project_themes(membership.project)
    if theme_id not in by_id:
        raise Refusal("unknown_theme")
    near = {ancestor.pk for ancestor in lineage(by_id[theme_id], by_id)} | below(by_id.values(), theme_id)
    _set_archived(membership, "unarchive_theme", [by_id[id] for id in sorted(near) if by_id[id].archived], None)


def _set_archived(membership: Membership, action: str, themes: Iterable[Theme], moment: datetime | None) -> None:
    changes = []
    for theme in themes:
        before = making.state_of(theme)
        theme.archived = moment
        changes.append(making.saved(theme, before, "archived"))
    record(Action(action, membership.project_id, actor=membership.user_id), changes)


def _put(theme: Theme, parent: int | None, position: int) -> list[Change]:
    if (theme.parent_id, theme.position) == (parent, position):
        return []
    before = making.state_of(theme)
    theme.parent_id, theme.position = parent, position
    return [making.saved(theme, before, "parent", "position")]


def _renumbered(row: list[Theme]) -> list[Change]:
    return [change for at, theme in enumerate(row) for change in _put(theme, theme.parent_id, at)]
