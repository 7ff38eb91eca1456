"""How far a person has read."""

from django.contrib.auth.models import User

from reader.models import Article, Progress


def keep_progress(article: Article, user: User, block: int, blocks: int) -> None:
    """Remember the block last read (from 1; 0 is unread) of so many."""
    Progress.objects.update_or_create(
        project_id=article.project_id,
        article=article,
        user_id=user.pk,
        defaults={"block": block, "blocks": blocks},
    )
