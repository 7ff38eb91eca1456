"""Reads of batches and their items."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from reader.models import Batch, BatchItem, Project, TextVersion

State = BatchItem.State


def batches(project: Project) -> QuerySet[Batch]:
    return Batch.objects.filter(project=project).select_related("made_by")


def batch(project: Project, batch_id: int) -> Batch:
    found = batches(project).filter(pk=batch_id).first()
    if found is None:
        raise Http404
    return found


def unfinished() -> QuerySet[Batch]:
    """The batches of all projects that have an item to come: the queue is one for them all."""
    return Batch.objects.filter(items__state__in=[State.WAITING, State.RUNNING]).distinct()


def over_since(moment: datetime) -> QuerySet[Batch]:
    """The batches of all projects in which nothing is to come and nothing has happened since."""
    open_items = Q(state__in=[State.WAITING, State.RUNNING]) | Q(touched__gte=moment)
    return Batch.objects.filter(~Exists(BatchItem.objects.filter(open_items, batch=OuterRef("pk"))), made__lt=moment)


def locked(found: Batch) -> Batch | None:
    """The batch, held until the transaction ends; None where it is gone."""
    return Batch.objects.select_for_update().filter(project=found.project_id, pk=found.pk).first()


def heard_since(moment: datetime) -> bool:
    """Whether an item of any project was begun or ended since: the queue is moving."""
    return BatchItem.objects.filter(touched__gte=moment).exclude(state__in=[State.WAITING, State.CANCELLED]).exists()


def items(found: Batch) -> QuerySet[BatchItem]:
    """The batch's items in order, without the bytes of those that still wait."""
    mine = BatchItem.objects.filter(project=found.project_id, batch=found)
    return mine.select_related("article").defer("data").order_by("position")


def taken_inside(found: Batch, items: Iterable[BatchItem]) -> dict[int, int]:
    """How many lines cleaning took between the paragraphs of each item's article, by the article's text version."""
    versions = [item.article.version_id for item in items if item.article and item.article.version_id]
    shown = TextVersion.objects.filter(project=found.project_id, pk__in=versions, inside__gt=0)
    return {pk: inside or 0 for pk, inside in shown.values_list("pk", "inside")}


def item(project_id: int, item_id: int) -> BatchItem:
    """One item with its bytes; DoesNotExist when its project is gone."""
    return BatchItem.objects.select_related("batch__made_by", "project").get(project=project_id, pk=item_id)


def pages(project_id: int, item_id: int) -> QuerySet[BatchItem]:
    """The item with the further pages of its article, in order."""
    return BatchItem.objects.filter(Q(pk=item_id) | Q(leader=item_id), project=project_id).order_by("position")


def offered_item(found: Batch, position: int) -> BatchItem:
    """The item, its bytes with it, in which no article was found but text that can be kept whole; 404 else."""
    mine = BatchItem.objects.select_related("project").filter(project=found.project_id, batch=found, position=position)
    item = mine.filter(state=State.FAILED, data__isnull=False, refusal__whole=True).first()
    if item is None:
        raise Http404
    return item


def counts(project: Project, state: str = "") -> dict[int, int]:
    """Number of items by batch id; of one state where it is named."""
    counted = BatchItem.objects.filter(project=project, **({"state": state} if state else {})).order_by()
    return dict(counted.values_list("batch").annotate(Count("pk")))


def untouched_since(found: Batch, state: str, moment: datetime) -> QuerySet[BatchItem]:
    return items(found).filter(state=state, touched__lt=moment)
