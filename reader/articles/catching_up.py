"""What is made from the texts shown, and made anew where it is behind them."""

from collections.abc import Callable

from django.db.models import F, QuerySet

from reader.models import Article, Project, TextVersion

BATCH = 100


def catch_up(
    project_id: int, behind: Callable[[Project], QuerySet[Article]], make: Callable[[Project, int], None]
) -> None:
    """Make what is behind, article by article. It may be started twice, and ended at any moment: what is left is behind
    still."""
    while project := Project.objects.filter(pk=project_id).first():
        waiting = list(behind(project).values_list("pk", flat=True)[:BATCH])
        if not waiting:
            return
        for article_id in waiting:
            make(project, article_id)


def shown(project: Project, article_id: int) -> TextVersion | None:
    """The version that the article shows, with the article; None when there is none any more."""
    versions = TextVersion.objects.filter(project=project, article=article_id, article__project=project)
    return versions.filter(article__version=F("pk")).select_related("article").first()


def locked(project: Project, article_id: int) -> TextVersion | None:
    """The same, the article locked before: a version made meanwhile comes to nobody's harm. Called in a transaction."""
    held = Article.objects.select_for_update(no_key=True).filter(project=project, pk=article_id).first()
    return shown(project, article_id) if held else None
