"""What imported notes are compared with. Each query names its project on every table it joins."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from annotations.models import Event, Highlight, Unplaced
from reader.articles import queries as articles_queries
from reader.models import Article, Project

CHUNK = 500


def articles_with_text(project: Project) -> list[Article]:
    """The undeleted articles with the text they show, the latest first."""
    return list(articles_queries.articles(project).filter(version__project=project).select_related("version"))


def taken(project: Project, ids: Iterable[UUID]) -> set[UUID]:
    """Those of the ids that a highlight of the project has, deleted or not, or a passage that waits for its place."""
    wanted, found = list(ids), set()
    for first in range(0, len(wanted), CHUNK):
        some = wanted[first : first + CHUNK]
        found |= set(Highlight.objects.filter(project=project, uuid__in=some).values_list("uuid", flat=True))
        found |= set(unplaced(project).filter(mark__in=some).values_list("mark", flat=True))
    return found


def undone(project: Project, ids: Iterable[UUID]) -> dict[UUID, Highlight]:
    """Those of the ids whose highlight somebody made and took back: another import may bring it again. What was
    deleted by hand stays deleted."""
    wanted: list[UUID] = list(ids)
    found: dict[UUID, Highlight] = {}
    for first in range(0, len(wanted), CHUNK):
        some = wanted[first : first + CHUNK]
        rows = {row.uuid: row for row in Highlight.objects.filter(project=project, uuid__in=some).exclude(deleted=None)}
        events = Event.objects.filter(project=project, subject="highlight", subject_id__in=list(map(str, rows)))
        last = dict(events.order_by("pk").values_list("subject_id", "action"))
        found |= {id: row for id, row in rows.items() if last.get(str(id)) == "undo"}
    return found


def unplaced(project: Project) -> QuerySet[Unplaced]:
    return Unplaced.objects.filter(project=project)


def unplaced_or_404(project: Project, unplaced_id: int) -> Unplaced:
    return get_object_or_404(unplaced(project), pk=unplaced_id)
