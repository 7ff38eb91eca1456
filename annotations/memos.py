"""Keeping a memo on an article, a theme or the project, so that nobody's sentence is lost."""

from django.db import IntegrityError, transaction

from annotations import notes_queries
from annotations.events import Action, Change, record
from annotations.models import Memo, Theme
from annotations.refusals import Refusal
from reader.models import Article, Membership


@transaction.atomic
def keep(membership: Membership, on: Article | Theme | None, text: str, revision: int) -> Memo:
    """Write the memo; `revision` is the one the writer saw, 0 where there was none. Refusal when it has changed."""
    article, theme = (on if isinstance(on, Article) else None), (on if isinstance(on, Theme) else None)
    stored = notes_queries.memo(membership.project, article, theme)
    if stored and stored.text == text:
        return stored
    if (stored.revision if stored else 0) != revision:
        raise Refusal("memo_changed", current=stored.text if stored else "", revision=stored.revision if stored else 0)
    before = {"text": stored.text} if stored else None
    memo = Memo(project=membership.project, article=article, theme=theme) if stored is None else stored
    _write(membership, memo, text)
    subject = f"{type(on).__name__.lower()} {on.pk}" if on else "project"
    action = Action("change" if before else "create", membership.project_id, actor=membership.user_id)
    record(action, [Change("memo", subject, before, {"text": text})])
    return memo


def _write(membership: Membership, memo: Memo, text: str) -> None:
    memo.text, memo.author = text, membership.user
    if memo.pk:
        memo.revision += 1
        memo.save(update_fields=["text", "author", "revision", "updated"])
        return
    try:
        with transaction.atomic():
            memo.save()
    except IntegrityError as error:
        # Somebody wrote the first one at the same moment.
        raise Refusal("memo_changed", current="", revision=1) from error
