"""What the codebook reads and holds while it changes. Each query names its project on every table it joins."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from annotations.models import Tagging, Theme
from annotations.themes.queries import themes
from reader.models import Project

_COUNTED = (Count("pk"), Count("highlight__article", distinct=True), Count("author", distinct=True))


@dataclass(frozen=True)
class Counts:
    """How much a theme was used."""

    highlights: int = 0
    articles: int = 0
    people: int = 0


def _shown_taggings(project: Project) -> QuerySet[Tagging]:
    """Those of undeleted highlights in undeleted articles."""
    return Tagging.objects.filter(
        project=project,
        highlight__project=project,
        highlight__deleted=None,
        highlight__article__project=project,
        highlight__article__deleted=None,
    )


def counts(project: Project) -> dict[int, Counts]:
    """How many highlights, articles and people each theme has, by theme."""
    counted = _shown_taggings(project).order_by().values_list("theme").annotate(*_COUNTED)
    return {row[0]: Counts(*row[1:]) for row in counted}


def examples(project: Project, theme_id: int) -> list[Tagging]:
    """The theme's taggings that were taken as examples, with what a quotation tells."""
    rows = _shown_taggings(project).filter(theme=theme_id, pinned=True)
    return list(rows.select_related("highlight__article").order_by("pk"))


def together(project: Project, theme_id: int) -> list[tuple[Theme, int]]:
    """The themes that stand on the same highlights, and on how many, the commonest first."""
    own = _shown_taggings(project).filter(theme=theme_id)
    others = _shown_taggings(project).filter(highlight__in=own.values("highlight")).exclude(theme=theme_id)
    numbers = dict(others.order_by().values_list("theme").annotate(Count("pk")))
    found = themes(project).filter(pk__in=numbers)
    return sorted(((theme, numbers[theme.pk]) for theme in found), key=lambda pair: (-pair[1], pair[0].pk))
