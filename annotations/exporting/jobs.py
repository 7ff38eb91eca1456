"""Exports that take longer than a page may: queued, written by the worker, kept for a week.

The queue cannot cancel and leaves a killed task running for ever, so the row is the truth: while it is written it is
touched every half minute, and one that was not heard of for long is queued again.
"""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from annotations.exporting import queries
from annotations.exporting.tasks import write_export
from annotations.exports.document import Document
from annotations.filters.filter import Filter
from annotations.models import Export
from reader.access import may
from reader.models import Membership

STALE = timedelta(minutes=15)
# Characters of text that a format sets while somebody waits: a few seconds.
AT_ONCE = {"docx": 200_000, "docx-quotes": 500_000, "pdf": 30_000, "xlsx": 400_000}
OTHERS_AT_ONCE = 1_000_000
Status = Export.Status


def is_long(format: str, document: Document) -> bool:
    """Whether nobody should wait for this document in this format."""
    characters = sum(len(article.text) for article in document.articles)
    return characters > AT_ONCE.get(format, OTHERS_AT_ONCE)


@transaction.atomic
def queue(membership: Membership, format: str, wanted: Filter, site: str, *, people: bool = False) -> Export:
    """A new export, its task queued; what has expired goes."""
    now = timezone.now()
    queries.expired(membership.project, now).delete()
    asked = {"format": format, "query": wanted.query, "site": site, "people": people}
    export = Export.objects.create(project=membership.project, user=membership.user, touched=now, **asked)
    write_export.enqueue(export.pk)
    return export


@transaction.atomic
def revive(export: Export) -> None:
    """Queue the export again when its task was not heard of for too long."""
    if queries.queue_stale(export, timezone.now() - STALE):
        write_export.enqueue(export.pk)


def revive_all(**_: Any) -> None:
    """The same for every export; called by whatever runs the queue, now and then."""
    for export in queries.stale(timezone.now() - STALE):
        revive(export)


def take_back(export: Export, membership: Membership) -> None:
    """Cancel it for whoever asked for it, or for an editor; PermissionDenied for others."""
    if export.user_id != membership.user_id and not may(membership).edit:
        raise PermissionDenied
    cancel(export)


def cancel(export: Export) -> None:
    queries.change(export, (Status.QUEUED, Status.RUNNING), status=Status.CANCELLED)
