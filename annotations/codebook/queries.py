"""What the codebook reads and holds while it changes. Each query names its project on every table it joins."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from annotations.marks.queries import themes
from annotations.models import ArticleTheme, Codebook, Highlight, Tagging, Theme
from reader.models import Project

_COUNTED = (Count("pk"), Count("highlight__article", distinct=True), Count("author", distinct=True))


@dataclass(frozen=True)
class Counts:
    """How much a theme was used."""

    highlights: int = 0
    articles: int = 0
    people: int = 0


def codebook(project: Project) -> Codebook:
    """What is settled; the defaults, unsaved, where nothing is."""
    return Codebook.objects.filter(project=project).first() or Codebook(project=project)


def locked_codebook(project: Project) -> Codebook:
    """The row, held until the transaction ends: changes of one project's tree wait for each other."""
    Codebook.objects.get_or_create(project=project)
    return Codebook.objects.select_for_update().get(project=project)


def any_theme(project: Project, theme_id: int) -> Theme | None:
    """The row, merged or not."""
    return Theme.objects.filter(project=project, pk=theme_id).first()


def next_position(project: Project, parent: int | None) -> int:
    last = themes(project).filter(parent=parent).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def locked_meanings(project_id: int, ids: Iterable[int]) -> dict[int, int]:
    """What each of the ids that are the project's means by now, a merged theme its target. All are held until the
    transaction ends: a merge that is under way is waited for, and one that begins now waits."""
    targets: dict[int, int | None] = {}
    waiting = set(ids)
    while waiting:
        rows = Theme.objects.select_for_update().filter(project=project_id, pk__in=waiting).order_by("pk")
        found = dict(rows.values_list("pk", "merged_into"))
        targets |= found
        waiting = {target for target in found.values() if target} - targets.keys()
    return {id: _meaning(id, targets) for id in targets}


def _meaning(id: int, targets: dict[int, int | None]) -> int:
    target = targets.get(id)
    return _meaning(target, targets) if target else id


def locked_taggings(project: Project, theme_id: int) -> QuerySet[Tagging]:
    """The theme's taggings, of deleted highlights too, held until the transaction ends."""
    held = Tagging.objects.filter(project=project, theme=theme_id, highlight__project=project)
    return held.select_for_update(of=("self",)).select_related("highlight").order_by("pk")


def taggings_of(project_id: int, theme_id: int, highlight_ids: Iterable[int]) -> dict[int, Tagging]:
    """The theme's taggings of these highlights, by highlight."""
    rows = Tagging.objects.filter(project=project_id, theme=theme_id, highlight__in=list(highlight_ids))
    return {row.highlight_id: row for row in rows}


def tagging_of(project: Project, uuid: str, theme_id: int) -> Tagging | None:
    rows = Tagging.objects.filter(project=project, theme=theme_id, highlight__project=project, highlight__uuid=uuid)
    return rows.select_related("highlight").first()


def highlight_of(project: Project, uuid: str) -> Highlight | None:
    return Highlight.objects.filter(project=project, uuid=uuid).first()


def locked_article_themes_of(project: Project, theme_id: int) -> list[ArticleTheme]:
    rows = ArticleTheme.objects.filter(project=project, theme=theme_id)
    return list(rows.select_for_update().order_by("pk"))


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
