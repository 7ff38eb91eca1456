"""Keeping a memo on an article, a theme or the project, so that nobody's sentence is lost."""

from django.db import IntegrityError, transaction

from annotations.history.recording import Action, Change, record
from annotations.memos import queries
from annotations.models import Event, Memo, Theme
from annotations.refusals import Refusal
from annotations.themes import queries as themes_queries
from reader.articles import queries as articles_queries
from reader.models import Article, Membership, Project
from reader.people.names import name_of


@transaction.atomic
def keep(membership: Membership, on: Article | Theme | None, text: str, revision: int) -> Memo:
    """Write the memo; `revision` is the one the writer saw, 0 where there was none. Refusal when it has changed."""
    article, theme = (on if isinstance(on, Article) else None), (on if isinstance(on, Theme) else None)
    stored = queries.memo(membership.project, article, theme)
    if stored and stored.text == text:
        return stored
    if (stored.revision if stored else 0) != revision:
        raise _overtaken(stored)
    before = {"text": stored.text} if stored else None
    memo = Memo(project=membership.project, article=article, theme=theme) if stored is None else stored
    _write(membership, memo, text)
    subject = f"{type(on).__name__.lower()} {on.pk}" if on else "project"
    action = Action("change" if before else "create", membership.project_id, actor=membership.user_id)
    record(action, [Change("memo", subject, before, {"text": text})])
    return memo


def _overtaken(stored: Memo | None) -> Refusal:
    if stored is None:
        return Refusal("memo_changed", current="", revision=0)
    who = name_of(stored.author) if stored.author else None
    return Refusal("memo_changed", current=stored.text, revision=stored.revision, changed_by=who)


def add(membership: Membership, article: Article | None, theme_id: int | None, text: str) -> Change | None:
    """Append the text to the memo, where it does not say it already; the change, for the caller's step to record."""
    theme = themes_queries.theme(membership.project, theme_id)
    stored = queries.memo(membership.project, article, theme)
    said = stored.text if stored else ""
    if f"\n\n{text}\n\n" in f"\n\n{said}\n\n":
        return None
    whole = f"{said}\n\n{text}" if said else text
    _write(membership, stored or Memo(project=membership.project, article=article, theme=theme), whole)
    subject = f"article {article.pk}" if article else f"theme {theme.pk}" if theme else "project"
    return Change("memo", subject, {"text": said} if stored else None, {"text": whole})


def restore(event: Event, membership: Membership) -> Change:
    """The memo says again what it said before the event; Refusal when it has changed since."""
    article, theme = _named(membership.project, event.subject_id)
    stored = queries.memo(membership.project, article, theme)
    before = {"text": stored.text} if stored else None
    if before != event.after:
        raise Refusal("changed_since")
    if event.before:
        memo = stored or Memo(project=membership.project, article=article, theme=theme)
        _write(membership, memo, event.before["text"])
    elif stored:
        stored.delete()
    return Change("memo", event.subject_id, before, event.before)


def _named(project: Project, subject: str) -> tuple[Article | None, Theme | None]:
    """What the memo of an event is on; Refusal where that is gone."""
    kind, _, key = subject.partition(" ")
    if kind == "project":
        return None, None
    article = articles_queries.articles(project).filter(pk=key).first() if kind == "article" else None
    theme = themes_queries.themes(project).filter(pk=key).first() if kind == "theme" else None
    if article is None and theme is None:
        raise Refusal("changed_since")
    return article, theme


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
