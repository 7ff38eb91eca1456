"""The reads of memos."""

from collections.abc import Iterable

from django.db.models import (
    Q,
)

from annotations.models import Memo, Theme
from reader.models import Article, Project


def memos(project: Project, article_ids: Iterable[int]) -> dict[int | None, Memo]:
    """The memos on these articles and, under None, the project's own."""
    found = Memo.objects.filter(project=project, theme=None).filter(Q(article=None) | Q(article__in=list(article_ids)))
    return {memo.article_id: memo for memo in found}


def theme_memo(theme: Theme) -> Memo | None:
    """The memo on one of `themes`."""
    text, revision = getattr(theme, "memo_text", None), getattr(theme, "memo_revision", None)
    return None if text is None or revision is None else Memo(text=text, revision=revision)


def memo(project: Project, article: Article | None, theme: Theme | None) -> Memo | None:
    """The memo, held until the transaction ends."""
    return Memo.objects.select_for_update().filter(project=project, article=article, theme=theme).first()
