"""Reads of batches and their items."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When
from django.http import Http404
from django.shortcuts import get_object_or_404

from reader.models import Batch, BatchItem, Project, TextVersion

State = BatchItem.State
# What a reader wants to see first of many articles cleaned anew.
TOLD = (State.RUNNING, State.FAILED, State.DONE, State.UNDONE, State.PASSED, State.CANCELLED, State.WAITING)


def batches(project: Project) -> QuerySet[Batch]:
    """Those that bring something in."""
    return _batches(project).filter(kind=Batch.Kind.CAPTURE)


def recleanings(project: Project) -> QuerySet[Batch]:
    """Those that clean articles anew, or take that back."""
    return _batches(project).exclude(kind=Batch.Kind.CAPTURE).select_related("undoes")


def _batches(project: Project) -> QuerySet[Batch]:
    return Batch.objects.filter(project=project).select_related("made_by")


def batch(project: Project, batch_id: int) -> Batch:
    return get_object_or_404(batches(project), pk=batch_id)


def recleaning(project: Project, batch_id: int) -> Batch:
    return get_object_or_404(recleanings(project), pk=batch_id)


def taking_back(found: Batch) -> QuerySet[Batch]:
    """What takes the batch back, the latest first."""
    return recleanings(found.project).filter(undoes=found)


def is_open(found: Batch) -> bool:
    """Whether something of it is to come."""
    return items(found).filter(state__in=[State.WAITING, State.RUNNING]).exists()


def cleaned_by(item: BatchItem) -> QuerySet[BatchItem]:
    """The item that this one takes back."""
    mine = BatchItem.objects.filter(project=item.project_id, batch=item.batch.undoes_id, article=item.article_id)
    return mine.filter(state=State.DONE)


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


def outcomes(found: Batch, state: str = "") -> QuerySet[BatchItem]:
    """The batch's items, those of one state where it is named: what changed first, what stayed as it was last."""
    ranks = [When(state=state, then=rank) for rank, state in enumerate(TOLD)]
    wanted = items(found).filter(**({"state": state} if state else {}))
    return wanted.order_by(Case(*ranks, default=len(TOLD)), "position")


def tally(found: Batch) -> dict[str, int]:
    """How many of the batch's items are in each state."""
    mine = BatchItem.objects.filter(project=found.project_id, batch=found).order_by()
    return dict(mine.values_list("state").annotate(Count("pk")))


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


def waiting_behind(project_id: int, item_id: int, places: int) -> list[int]:
    """The id of the batch's item so many places behind that one, where it waits."""
    batch = BatchItem.objects.filter(project=project_id, pk=item_id).values_list("batch", "position").first()
    if batch is None:
        return []
    waiting = BatchItem.objects.filter(project=project_id, batch=batch[0], position=batch[1] + places)
    return list(waiting.filter(state=State.WAITING).values_list("pk", flat=True))


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
