"""Keeping a memo on an article or the project, so that nobody's sentence is lost."""

from django.db import IntegrityError, transaction

from annotations import notes_queries
from annotations.events import Action, Change, record
from annotations.models import Memo
from annotations.refusals import Refusal
from reader.models import Article, Membership


@transaction.atomic
def keep(membership: Membership, article: Article | None, text: str, revision: int) -> Memo:
    """Write the memo; `revision` is the one the writer saw, 0 where there was none. Refusal when it has changed."""
    stored = notes_queries.memo(membership.project, article)
    if stored and stored.text == text:
        return stored
    if (stored.revision if stored else 0) != revision:
        raise Refusal("memo_changed", current=stored.text if stored else "", revision=stored.revision if stored else 0)
    before = {"text": stored.text} if stored else None
    memo = _written(membership, stored, article, text)
    subject = f"article {article.pk}" if article else "project"
    action = Action("change" if before else "create", membership.project_id, actor=membership.user_id)
    record(action, [Change("memo", subject, before, {"text": text})])
    return memo


def _written(membership: Membership, stored: Memo | None, article: Article | None, text: str) -> Memo:
    if stored:
        stored.text, stored.author, stored.revision = text, membership.user, stored.revision + 1
        stored.save(update_fields=["text", "author", "revision", "updated"])
        return stored
    try:
        with transaction.atomic():
            return Memo.objects.create(project=membership.project, article=article, text=text, author=membership.user)
    except IntegrityError as error:
        # Somebody wrote the first one at the same moment.
        raise Refusal("memo_changed", current="", revision=1) from error
