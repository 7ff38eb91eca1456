"""What readers make of an article's themes: accept, reject, rename, merge, add, arrange, accept all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from annotations.history.recording import Action, Change, State, record
from annotations.limits import DEPTH
from annotations.models import ArticleTheme, Theme
from annotations.refusals import Refusal
from annotations.themes import making, queries
from annotations.themes.tree import lineage
from reader.models import Article, Membership, Project

ACTIONS = {"accepted": "accept", "rejected": "reject", "proposed": "propose"}
BY_HAND = {"code": "by_hand", "parameters": {}}
_PLAIN = ("name", "status", "position")


@dataclass(frozen=True)
class Decision:
    """What is said of one article theme; None for what is not. With a `theme` it is accepted as that one, `with_below`
    what is proposed below it is accepted too."""

    status: str | None = None
    name: str | None = None
    theme: int | None = None
    with_below: bool = False


def state_of(row: ArticleTheme) -> State:
    return {field: getattr(row, field) for field in _PLAIN} | {"theme": row.theme_id, "reason": row.reason}


def change(row: ArticleTheme, before: State) -> Change:
    return Change("article_theme", str(row.pk), before, state_of(row))


def write(row: ArticleTheme, wanted: Mapping[str, Any]) -> None:
    """Make the row say this; one that is not there is made."""
    for name, value in wanted.items():
        setattr(row, "theme_id" if name == "theme" else name, value)
    row.save(**({"force_insert": True} if row._state.adding else {"update_fields": list(wanted)}))


@transaction.atomic
def accept_all(membership: Membership, article: Article, unfolded: Collection[int] = ()) -> None:
    """Accept what is proposed with good evidence; what was decided before stays. What is proposed below another theme
    counts only where that one's id is among the unfolded."""
    rows = queries.locked_article_themes(article)
    shown = {row.paragraph for row in rows if row.pk in unfolded}
    proposed = [row for row in rows if row.likely and (row.parent is None or row.parent in shown)]
    changes = [made for row in _parents_first(proposed) for made in _decide(membership.project, row, "accepted", rows)]
    record(_action("accept_all", membership, article.pk), changes)


@transaction.atomic
def decide(membership: Membership, row: ArticleTheme, said: Decision) -> None:
    """Give the article theme another name, another status, or a theme of the codebook, in one step. A name that is
    rejected is so wherever it is open on other appearances of the text: one undo brings all of them back."""
    all_rows = queries.locked_article_themes(row.article)
    rows = {locked.pk: locked for locked in all_rows}
    row = rows.pop(row.pk)
    changes: list[Change] = []
    if said.name is not None:
        changes += _rename(membership.project, row, making.cleaned(said.name), list(rows.values()))
    if said.theme is not None:
        changes += _settle(row, "accepted", making.live(membership.project, said.theme))
    elif said.status is not None:
        changes += _take_off(row, said.status, rows.values())
        changes += _decide(membership.project, row, said.status, all_rows)
    if said.with_below and row.status == ArticleTheme.Status.ACCEPTED:
        for below in _below(row, all_rows):
            changes += _decide(membership.project, below, "accepted", all_rows)
    if said.status == ArticleTheme.Status.REJECTED:
        for other in queries.locked_open_on_reposts(row):
            changes += _settle(other, said.status, None)
    action = ACTIONS.get("accepted" if said.theme else said.status or "", "rename")
    record(_action(action, membership, row.article_id), changes)


@transaction.atomic
def add(membership: Membership, article: Article, name: str, theme_id: int | None) -> None:
    """Give the article a theme by hand: one of the codebook, or the root theme of this name."""
    rows = queries.locked_article_themes(article)
    made: Change | None = None
    if theme_id is None:
        theme, made = making.ensure_root(membership.project, making.cleaned(name))
    else:
        theme = making.live(membership.project, theme_id)
    row = next((row for row in rows if row.theme_id == theme.pk or row.name == theme.name), None)
    settled = _settle(row, "accepted", theme) if row else [_added(article, theme, rows)]
    record(_action("add", membership, article.pk), [*([made] if made else []), *settled])


@transaction.atomic
def arrange(membership: Membership, article: Article, ids: Sequence[int]) -> None:
    """Put the article's themes in this order; those not named keep theirs behind them."""
    rows = queries.locked_article_themes(article)
    rank = {id: place for place, id in enumerate(ids)}
    changes = []
    for position, row in enumerate(sorted(rows, key=lambda row: rank.get(row.pk, len(rank)))):
        if row.position != position:
            before, row.position = state_of(row), position
            row.save(update_fields=["position"])
            changes.append(change(row, before))
    record(_action("arrange", membership, article.pk), changes)


def _added(article: Article, theme: Theme, rows: list[ArticleTheme]) -> Change:
    position = max((row.position for row in rows), default=-1) + 1
    row = ArticleTheme(project_id=article.project_id, article=article, score=1)
    write(row, {"name": theme.name, "status": "accepted", "theme": theme.pk, "position": position, "reason": BY_HAND})
    return change(row, None)


def _take_off(row: ArticleTheme, status: str, others: Iterable[ArticleTheme]) -> list[Change]:
    """Others that mean the same theme since a merge are shown as one with it, and go with it."""
    if row.theme_id is None or status == ArticleTheme.Status.ACCEPTED:
        return []
    return [made for other in others if other.theme_id == row.theme_id for made in _settle(other, status, None)]


def _decide(project: Project, row: ArticleTheme, status: str, rows: Sequence[ArticleTheme]) -> list[Change]:
    if row.status == status:
        return []
    if status != ArticleTheme.Status.ACCEPTED:
        return _settle(row, status, None)
    parent, above = _theme_above(project, row, rows)
    theme, made = making.ensure(project, parent, row.name)
    return [*above, *([made] if made else []), *_settle(row, status, theme)]


def _theme_above(project: Project, row: ArticleTheme, rows: Sequence[ArticleTheme]) -> tuple[int | None, list[Change]]:
    """The codebook's theme that the accepted one is to hang under: that of its parent, which is made where the parent
    is not accepted itself; the root where there is no parent, it was rejected, or the tree is deep enough."""
    parent = next((other for other in rows if _is_parent(other, row)), None)
    if parent is None or parent.status == ArticleTheme.Status.REJECTED:
        return None, []
    theme, made = (parent.theme, None) if parent.theme else making.ensure_root(project, parent.name)
    deep = len(lineage(theme, making.project_themes(project))) >= DEPTH
    return None if deep else theme.pk, [made] if made else []


def _is_parent(one: ArticleTheme, row: ArticleTheme) -> bool:
    return row.parent is not None and one.parent is None and one.paragraph == row.parent


def _below(row: ArticleTheme, rows: Iterable[ArticleTheme]) -> list[ArticleTheme]:
    return [other for other in rows if other.likely and _is_parent(row, other)]


def _parents_first(rows: Iterable[ArticleTheme]) -> list[ArticleTheme]:
    return sorted(rows, key=lambda row: row.parent is not None)


def _settle(row: ArticleTheme, status: str, theme: Theme | None) -> list[Change]:
    if (row.status, row.theme_id) == (status, theme and theme.pk):
        return []
    before = state_of(row)
    row.status, row.theme = status, theme
    row.save(update_fields=["status", "theme"])
    return [change(row, before)]


def _rename(project: Project, row: ArticleTheme, name: str, others: list[ArticleTheme]) -> list[Change]:
    """The new name; an accepted one's theme takes it too, unless a sibling has it."""
    changes: list[Change] = []
    if any(other.name == name for other in others):
        raise Refusal("duplicate_theme")
    theme = queries.theme(project, row.theme_id)
    if theme and theme.name != name:
        changes.append(making.rename(project, theme, name))
    if row.name != name:
        before, row.name = state_of(row), name
        row.save(update_fields=["name"])
        changes.append(change(row, before))
    return changes


def _action(name: str, membership: Membership, article: int) -> Action:
    return Action(name, membership.project_id, article, membership.user_id)
