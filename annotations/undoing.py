"""Taking a step back, or taking that back: the row returns to what it was, if nobody has changed it since."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from annotations import access, codebook, decisions, marks, queries
from annotations.events import Action, Change, record
from annotations.history import Stacks, origin, replay
from annotations.models import Event, Theme
from annotations.refusals import Refusal
from reader.models import Article, Membership

SENTENCES = {"undo": _("已撤销“%(what)s”"), "redo": _("已重做“%(what)s”")}
WORDS = {
    "accept": _("采用主题：%(names)s"),
    "accept_all": _("采用全部建议：%(names)s"),
    "change": _("修改圈点：%(names)s"),
    "create": _("圈点：%(names)s"),
    "delete": _("删除圈点：%(names)s"),
    "propose": _("重新列为建议：%(names)s"),
    "reject": _("不用主题：%(names)s"),
    "rename": _("改主题名：%(names)s"),
    "restore": _("恢复圈点：%(names)s"),
}
QUOTED = 20


@dataclass(frozen=True)
class Reversed:
    """What was taken back, in words, and the highlights it touched."""

    message: str
    highlights: tuple[UUID, ...]


def stacks(article: Article, user_id: int) -> Stacks:
    return replay(queries.steps(article, user_id))


@transaction.atomic
def undo(membership: Membership, article: Article) -> Reversed:
    """Take back the person's last step in the article."""
    return _reverse("undo", membership, article)


@transaction.atomic
def redo(membership: Membership, article: Article) -> Reversed:
    """Take back the person's last undo in the article."""
    return _reverse("redo", membership, article)


def _reverse(name: str, membership: Membership, article: Article) -> Reversed:
    # Two windows of one person take turns.
    queries.lock_membership(membership)
    steps = queries.steps(article, membership.user_id)
    stack = {"undo": replay(steps).done, "redo": replay(steps).undone}[name]
    if not stack:
        raise Refusal(f"nothing_to_{name}")
    events = queries.events_of_step(article, stack[-1])
    changes = _take_back(events, membership)
    action = Action(name, membership.project_id, article.pk, membership.user_id, reverses=stack[-1])
    record(action, changes)
    touched = tuple(UUID(change.subject_id) for change in changes if change.subject == "highlight")
    first = queries.events_of_step(article, origin(steps, stack[-1]))
    return Reversed(gettext(SENTENCES[name]) % {"what": _in_words(first)}, touched)


def _take_back(events: list[Event], membership: Membership) -> list[Change]:
    try:
        with transaction.atomic():
            made = [RESTORE[event.subject](event, membership) for event in reversed(events)]
    except IntegrityError as error:
        # A name that was given up has been taken by another row meanwhile.
        raise Refusal("changed_since") from error
    return [change for change in made if change]


def _highlight(event: Event, membership: Membership) -> Change:
    row = queries.locked_highlight(membership.project, UUID(event.subject_id))
    wanted, expected = marks.mark_from(event.before), marks.mark_from(event.after)
    if row is None or marks.mark_of(row) != expected:
        raise Refusal("changed_since")
    access.require_change(membership, row)
    if wanted and set(wanted.themes) - queries.known_themes(membership.project_id, wanted.themes):
        raise Refusal("changed_since")
    marks.write(row, wanted, membership.user)
    return marks.change(row, expected, wanted)


def _article_theme(event: Event, membership: Membership) -> Change:
    access.require_edit(membership)
    row = queries.locked_article_theme(membership.project, int(event.subject_id))
    wanted = event.before
    if row is None or wanted is None or decisions.state_of(row) != event.after:
        raise Refusal("changed_since")
    if wanted["theme"] and queries.theme(membership.project, wanted["theme"]) is None:
        raise Refusal("changed_since")
    row.name, row.status, row.theme_id = wanted["name"], wanted["status"], wanted["theme"]
    row.save(update_fields=["name", "status", "theme"])
    return decisions.change(row, event.after)


def _theme(event: Event, membership: Membership) -> Change | None:
    access.require_edit(membership)
    row = queries.theme(membership.project, int(event.subject_id))
    if event.before is None:
        return _unmake(event, row, membership)
    if event.after is None:
        return _make_again(event, row, membership)
    if row is None or codebook.state_of(row) != event.after:
        raise Refusal("changed_since")
    return codebook.rename(membership.project, row, event.before["name"])


def _unmake(event: Event, row: Theme | None, membership: Membership) -> Change | None:
    """A theme that others use by now, or have changed, stays in the codebook."""
    if row is None or codebook.state_of(row) != event.after or queries.in_use(row, membership.user_id):
        return None
    row.delete()
    return Change("theme", event.subject_id, event.after, None)


def _make_again(event: Event, row: Theme | None, membership: Membership) -> Change | None:
    """The theme returns under its old number, which the marks of later steps name."""
    if row or event.before is None:
        return None
    fields = {**event.before, "parent_id": event.before["parent"]}
    del fields["parent"]
    Theme.objects.create(pk=int(event.subject_id), project=membership.project, **fields)
    return Change("theme", event.subject_id, None, event.before)


RESTORE: dict[str, Callable[[Event, Membership], Change | None]] = {
    "article_theme": _article_theme,
    "highlight": _highlight,
    "theme": _theme,
}


def _in_words(events: list[Event]) -> str:
    """The step in the reader's language: what was done, and to what."""
    named = [_name(event) for event in events if event.subject != "theme"] or [_name(event) for event in events]
    return gettext(WORDS[events[0].action]) % {"names": "、".join(named)}


def _name(event: Event) -> str:
    state = event.after or event.before or {}
    name = state.get("exact") or state.get("name") or ""
    return name if len(name) <= QUOTED else name[:QUOTED] + "…"
