"""The bin: articles that were deleted can be restored."""

from django.db import transaction
from django.utils import timezone

from reader.articles import reposts
from reader.models import Article


@transaction.atomic
def delete(article: Article) -> None:
    """Into the bin, from which it can be restored."""
    article.deleted = timezone.now()
    article.save(update_fields=["deleted"])
    reposts.let_go(article)


@transaction.atomic
def restore(article: Article) -> None:
    article.deleted = None
    article.save(update_fields=["deleted"])
    reposts.link(article)
