"""A theme or an article theme returns to what it was before a change, if nobody has changed it since."""

from datetime import datetime
from typing import Any

from annotations import access
from annotations.history.recording import Change, State
from annotations.models import ArticleTheme, Event, Theme
from annotations.refusals import Refusal
from annotations.themes import deciding, making, queries
from annotations.themes.tree import place_below
from reader.models import Membership

# The columns of what a theme's state names after another row.
_COLUMNS = {"parent": "parent_id", "merged_into": "merged_into_id"}


def restore_article_theme(event: Event, membership: Membership) -> Change | None:
    access.require_edit(membership)
    row = queries.locked_article_theme(membership.project, int(event.subject_id))
    if event.before is None:
        return _remove_added(event, row)
    if event.after is None:
        return _add_again(event, row, membership)
    wanted = _changed(event)
    # Where it stands among the others is not what was decided on it.
    expected = {name: value for name, value in event.after.items() if name in wanted or name != "position"}
    if row is None or not _still(deciding.state_of(row), expected):
        raise Refusal("changed_since")
    if wanted.get("theme") and queries.theme(membership.project, wanted["theme"]) is None:
        raise Refusal("changed_since")
    before = deciding.state_of(row)
    deciding.write(row, wanted)
    return deciding.change(row, before)


def _remove_added(event: Event, row: ArticleTheme | None) -> Change:
    if row is None or not _still(deciding.state_of(row), event.after):
        raise Refusal("changed_since")
    row.delete()
    return Change("article_theme", event.subject_id, event.after, None)


def _add_again(event: Event, row: ArticleTheme | None, membership: Membership) -> Change:
    wanted = event.before or {}
    gone = wanted["theme"] and queries.theme(membership.project, wanted["theme"]) is None
    if row or event.article_id is None or gone:
        raise Refusal("changed_since")
    made = ArticleTheme(pk=int(event.subject_id), project=membership.project, article_id=event.article_id)
    deciding.write(made, wanted)
    return deciding.change(made, None)


def restore_theme(event: Event, membership: Membership) -> Change | None:
    row = queries.any_theme(membership.project, int(event.subject_id))
    if event.before is None or event.after is None:
        return _made(event, row, membership)
    access.require_edit(membership)
    wanted = _changed(event)
    if row is None or not _still(making.state_of(row), {name: event.after[name] for name in wanted}):
        raise Refusal("changed_since")
    return _written(row, wanted, membership)


def _written(row: Theme, wanted: dict[str, Any], membership: Membership) -> Change:
    """The theme's fields as they were; a place that has gone, or has become too deep, refuses."""
    before = making.state_of(row)
    by_id = making.project_themes(membership.project)
    if wanted.keys() & {"parent"} and row.merged_into_id is None:
        place_below(by_id, wanted["parent"], row.pk)
    for name, value in wanted.items():
        setattr(row, _COLUMNS.get(name, name), _moment(value) if name == "archived" else value)
    return making.saved(row, before, *wanted)


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _made(event: Event, row: Theme | None, membership: Membership) -> Change | None:
    """Who may add a theme may take it back: a coder too, as long as the codebook is not locked."""
    if not access.may_add(membership, queries.codebook(membership.project)):
        raise Refusal("codebook_locked")
    return (_unmake if event.before is None else _make_again)(event, row, membership)


def _unmake(event: Event, row: Theme | None, membership: Membership) -> Change | None:
    """A theme that others use by now, or have changed, stays in the codebook."""
    if row is None or not _still(making.state_of(row), event.after) or queries.in_use(row, membership.user_id):
        return None
    row.delete()
    return Change("theme", event.subject_id, event.after, None)


def _make_again(event: Event, row: Theme | None, membership: Membership) -> Change | None:
    """The theme returns under its old number, which the marks of later steps name."""
    if row or event.before is None:
        return None
    fields = {_COLUMNS.get(name, name): value for name, value in event.before.items()}
    fields["archived"] = _moment(event.before.get("archived"))
    made = Theme.objects.create(pk=int(event.subject_id), project=membership.project, **fields)
    return Change("theme", event.subject_id, None, making.state_of(made))


def _changed(event: Event) -> dict[str, Any]:
    """What the change replaced."""
    before, after = event.before or {}, event.after or {}
    return {name: before[name] for name in after if name in before and before[name] != after[name]}


def _still(state: State, expected: State) -> bool:
    """Whether the row says what the event left; fields that came later are not asked for."""
    return state is not None and expected is not None and {name: state.get(name) for name in expected} == expected
