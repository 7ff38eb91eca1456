"""Reading the exports of a project, and changing one only while it is what it is taken to be."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from annotations.models import Export, ExportPart
from reader.models import Membership, Project

# In the session: the project in which the person had an export begun.
EXPORTING = "exporting"


def own(membership: Membership) -> QuerySet[Export]:
    """The person's exports in the project, the latest first, without what has expired."""
    mine = Export.objects.filter(project=membership.project, user=membership.user)
    return mine.exclude(expires__lt=timezone.now())


def news(membership: Membership, since: datetime) -> QuerySet[Export]:
    """The person's exports in the project that are under way, and those that were finished or failed since then."""
    underway = Q(status__in=(Export.Status.QUEUED, Export.Status.RUNNING))
    ended = Q(status__in=(Export.Status.DONE, Export.Status.FAILED), touched__gte=since)
    return own(membership).filter(underway | ended)


def export(project: Project, uuid: UUID) -> Export:
    """The project's export, whoever asked for it, or 404: every member may take the same notes away."""
    kept = Export.objects.filter(project=project).exclude(expires__lt=timezone.now())
    return get_object_or_404(kept, uuid=uuid)


def waiting(export_id: int) -> Export | None:
    return Export.objects.select_related("project", "user").filter(pk=export_id).first()


def expired(project: Project, now: datetime) -> QuerySet[Export]:
    return Export.objects.filter(project=project, expires__lt=now)


def change(row: Export, only: tuple[str, ...], **fields: Any) -> bool:
    """Set the fields while the row's status is one of `only`; whether it was."""
    current = Export.objects.filter(project=row.project_id, pk=row.pk, status__in=only)
    return bool(current.update(touched=timezone.now(), **fields))


def stale(before: datetime) -> QuerySet[Export]:
    """Unfinished exports, of all projects, that were not heard of since `before`."""
    return Export.objects.filter(status__in=(Export.Status.QUEUED, Export.Status.RUNNING), touched__lt=before)


def queue_stale(row: Export, before: datetime) -> bool:
    """Take as queued an unfinished export that was not heard of since `before`; whether it was one."""
    own = stale(before).filter(project=row.project_id, pk=row.pk)
    return bool(own.update(status=Export.Status.QUEUED, touched=timezone.now()))


def parts(row: Export) -> QuerySet[ExportPart]:
    return ExportPart.objects.filter(project=row.project_id, export=row)


def content(row: Export) -> Iterator[bytes]:
    """The file, a part at a time."""
    for part in parts(row).order_by("position").iterator(chunk_size=1):
        yield bytes(part.data)
