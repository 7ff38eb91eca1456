"""What readers make of an article's themes: accept, reject, rename, accept all."""

from django.db import transaction

from annotations import codebook, queries
from annotations.events import Action, Change, State, record
from annotations.models import ArticleTheme
from annotations.refusals import Refusal
from reader.models import Article, Membership, Project

ACTIONS = {"accepted": "accept", "rejected": "reject", "proposed": "propose"}


def state_of(row: ArticleTheme) -> State:
    return {"name": row.name, "status": row.status, "theme": row.theme_id}


def change(row: ArticleTheme, before: State) -> Change:
    return Change("article_theme", str(row.pk), before, state_of(row))


@transaction.atomic
def accept_all(membership: Membership, article: Article) -> None:
    """Accept what is proposed with good evidence; what was decided before stays."""
    rows = queries.locked_article_themes(article)
    proposed = [row for row in rows if row.likely]
    changes = [made for row in proposed for made in _decide(membership.project, row, "accepted")]
    record(_action("accept_all", membership, article.pk), changes)


@transaction.atomic
def decide(membership: Membership, row: ArticleTheme, status: str | None, name: str | None) -> None:
    """Give the article theme another name, another status, or both, in one step."""
    rows = {locked.pk: locked for locked in queries.locked_article_themes(row.article)}
    row = rows.pop(row.pk)
    changes: list[Change] = []
    if name is not None:
        changes += _rename(membership.project, row, codebook.cleaned(name), list(rows.values()))
    if status is not None:
        changes += _decide(membership.project, row, status)
    record(_action(ACTIONS[status] if status else "rename", membership, row.article_id), changes)


def _decide(project: Project, row: ArticleTheme, status: str) -> list[Change]:
    if row.status == status:
        return []
    before, made, theme = state_of(row), None, None
    if status == ArticleTheme.Status.ACCEPTED:
        theme, made = codebook.ensure_root(project, row.name)
    row.status, row.theme = status, theme
    row.save(update_fields=["status", "theme"])
    return [*([made] if made else []), change(row, before)]


def _rename(project: Project, row: ArticleTheme, name: str, others: list[ArticleTheme]) -> list[Change]:
    """The new name; an accepted one's theme takes it too, unless a sibling has it."""
    changes: list[Change] = []
    if any(other.name == name for other in others):
        raise Refusal("duplicate_theme")
    theme = queries.theme(project, row.theme_id)
    if theme and theme.name != name:
        changes.append(codebook.rename(project, theme, name))
    if row.name != name:
        before, row.name = state_of(row), name
        row.save(update_fields=["name"])
        changes.append(change(row, before))
    return changes


def _action(name: str, membership: Membership, article: int) -> Action:
    return Action(name, membership.project_id, article, membership.user_id)
