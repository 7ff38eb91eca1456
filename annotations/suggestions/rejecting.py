"""Saying of a suggested sentence that some themes are not for it. The project remembers it, whoever said it."""

from collections.abc import Iterable

from django.db import transaction

from annotations.history.recording import Action, Change, State, record
from annotations.models import Event, Rejection
from annotations.models.suggestions import digest
from annotations.refusals import Refusal
from annotations.themes import queries
from reader.models import Article, Membership


@transaction.atomic
def reject(membership: Membership, article: Article, exact: str, themes: Iterable[int]) -> None:
    """Remember it for each of the themes, as one step; what is remembered already leaves no trace."""
    meanings = queries.locked_meanings(membership.project_id, themes)
    if not meanings:
        raise Refusal("unknown_theme")
    rows = [_kept(membership, article, exact, theme) for theme in dict.fromkeys(meanings.values())]
    changes = [Change("rejection", str(row.pk), None, state_of(row)) for row in rows if row]
    record(Action("reject_passage", membership.project_id, article.pk, membership.user_id), changes)


def _kept(membership: Membership, article: Article, exact: str, theme: int) -> Rejection | None:
    row, made = Rejection.objects.get_or_create(
        project=membership.project,
        theme_id=theme,
        article=article,
        digest=digest(exact),
        defaults={"exact": exact, "author": membership.user},
    )
    return row if made else None


def state_of(row: Rejection) -> State:
    return {"theme": row.theme_id, "article": row.article_id, "exact": row.exact, "author": row.author_id}


def restore(event: Event, membership: Membership) -> Change | None:
    """Forget it again, or remember it again."""
    key, wanted, expected = event.subject_id, event.before, event.after
    row = Rejection.objects.filter(project=membership.project, pk=int(key)).first()
    if wanted is None:
        if row is None:
            return None
        row.delete()
        return Change("rejection", key, expected, None)
    if row or queries.theme(membership.project, wanted["theme"]) is None:
        raise Refusal("changed_since")
    made = Rejection.objects.create(
        pk=int(key),
        project=membership.project,
        theme_id=wanted["theme"],
        article_id=wanted["article"],
        exact=wanted["exact"],
        digest=digest(wanted["exact"]),
        author_id=wanted["author"],
    )
    return Change("rejection", key, None, state_of(made))
