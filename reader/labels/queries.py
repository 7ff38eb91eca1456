"""The reads of labels. Each query names its project on every table it joins."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, QuerySet

from reader.models import Article, Label, Labelling, Project


def labels(project: Project) -> QuerySet[Label]:
    """The star first, then by name."""
    return Label.objects.filter(project=project)


def label(project: Project, name: str) -> Label | None:
    return labels(project).filter(name=" ".join(name.split()), star=False).first()


def labelled(project: Project, label_id: int) -> set[int]:
    """The ids of the articles that have the label."""
    given = Labelling.objects.filter(project=project, label=label_id)
    return set(given.values_list("article", flat=True))


def with_label(project: Project, label_id: int) -> QuerySet[Labelling, int]:
    return Labelling.objects.filter(project=project, label=label_id).values_list("article", flat=True)


def counted(project: Project) -> list[tuple[Label, int]]:
    """Every label with how many undeleted articles have it; in two queries."""
    given = Labelling.objects.filter(project=project, article__project=project, article__deleted=None).order_by()
    counts = dict(given.values_list("label").annotate(Count("pk")))
    return [(row, counts.get(row.pk, 0)) for row in labels(project)]


def of_articles(project: Project, ids: Iterable[int]) -> dict[int, list[Label]]:
    """The labels of these articles, by article; the star first."""
    given = Labelling.objects.filter(project=project, article__in=list(ids), label__project=project)
    found: dict[int, list[Label]] = defaultdict(list)
    for row in given.select_related("label").order_by("-label__star", "label__name"):
        found[row.article_id].append(row.label)
    return found


def chosen(project: Project, ids: Iterable[int], *, deleted: bool = False) -> list[Article]:
    """Those of the articles that are there; that are in the bin, where that is asked for."""
    there = Article.objects.filter(project=project, pk__in=list(ids), deleted__isnull=not deleted)
    return list(there.order_by("pk"))
