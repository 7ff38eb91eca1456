"""Bringing in many addresses or files, or cleaning many articles anew: one task for each item, which may be started
twice without harm."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import count

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from reader.capture import queries, tasks
from reader.capture.grouping import together
from reader.capture.holding import State
from reader.cleaning.captures import Capture
from reader.models import Batch, BatchItem, Project

# An item takes a fetch (10 s) and a cleaning; one untouched for so long was left by a worker that is no more.
LEFT = timedelta(seconds=60)
# A task may be lost between being taken and touching its item; asking again does no harm.
UNHEARD = timedelta(seconds=120)
# So long what failed can be tried again: its bytes stay in the database meanwhile, and with the batch they go.
KEPT = timedelta(days=30)
# What ends a worker so many times is not tried again by itself.
TRIES = 3
# Marks a text for the catalogue; whoever shows it translates it.
_ = str
STOPPED = {"template": _("程序中断了几次，没有做成。"), "parameters": {}}


def start(project: Project, user: User, captures: Sequence[Capture]) -> Batch:
    """Queue the captures, those together that are pages of one article."""
    return queue(project, user, together(captures))


@transaction.atomic
def queue(project: Project, user: User, articles: Sequence[Sequence[Capture]]) -> Batch:
    """Queue the articles, each with its pages in order."""
    batch = Batch.objects.create(project=project, made_by_id=user.pk)
    position = count()
    items = [[_item(batch, next(position), capture) for capture in pages] for pages in articles]
    leaders = BatchItem.objects.bulk_create(pages[0] for pages in items)
    for leader, *further in items:
        for item in further:
            item.leader = leader
    BatchItem.objects.bulk_create(item for _, *further in items for item in further)
    _enqueue(leaders)
    return batch


@transaction.atomic
def clean(project: Project, user: User, articles: Iterable[int]) -> Batch:
    """Queue the articles, named by their ids, to be cleaned anew."""
    batch = Batch.objects.create(project=project, made_by_id=user.pk, kind=Batch.Kind.CLEAN)
    _queue_articles(batch, [(article, {}) for article in articles])
    return batch


@transaction.atomic
def take_back(cleaned: Batch, user: User) -> Batch | None:
    """Queue every article that the batch changed to be put back; what does so already comes back where it is still at
    work, None where nothing is left to put back."""
    queries.locked(cleaned)
    for batch in queries.taking_back(cleaned):
        if queries.is_open(batch):
            return batch
    changed = list(queries.items(cleaned).filter(state=State.DONE).values_list("article", "report"))
    if not changed:
        return None
    back = {"kind": Batch.Kind.BACK, "undoes": cleaned}
    batch = Batch.objects.create(project=cleaned.project, made_by_id=user.pk, **back)
    _queue_articles(batch, changed)
    return batch


def _queue_articles(batch: Batch, articles: Iterable[tuple[int, dict]]) -> None:
    whose = {"project_id": batch.project_id, "batch": batch}
    items = [BatchItem(position=at, article_id=id, report=report, **whose) for at, (id, report) in enumerate(articles)]
    _enqueue(BatchItem.objects.bulk_create(items, batch_size=500))


def _item(batch: Batch, position: int, capture: Capture) -> BatchItem:
    """Those with bytes are files, the others are fetched by their address."""
    return BatchItem(
        project_id=batch.project_id,
        batch=batch,
        position=position,
        url=capture.url,
        filename=capture.filename[:255],
        data=capture.data or None,
    )


def resume(batch: Batch) -> None:
    """Queue again what a killed worker left behind; called where the batch is looked at."""
    now = timezone.now()
    left = list(queries.untouched_since(batch, State.RUNNING, now - LEFT))
    for item in left:
        again = item.tries < TRIES
        state, refusal = (State.WAITING, {}) if again else (State.FAILED, STOPPED)
        _move(item, State.RUNNING, state, refusal)
    moving = queries.heard_since(now - UNHEARD)
    unheard = [] if moving else list(queries.untouched_since(batch, State.WAITING, now - UNHEARD))
    for item in unheard:
        _move(item, State.WAITING, State.WAITING, {})
    _enqueue([*(item for item in left if item.tries < TRIES), *unheard])


def resume_all() -> None:
    """The same for every batch; called by whatever runs the queue, now and then."""
    for batch in queries.unfinished():
        resume(batch)


def ends(batch: Batch, items: Iterable[BatchItem]) -> datetime:
    """When a batch that is over goes, if nothing of it is tried again."""
    return max([batch.made, *(item.touched for item in items)]) + KEPT


def end_all() -> None:
    """Let go of every batch that has been over for so long, and of the bytes of what was not brought in."""
    limit = timezone.now() - KEPT
    for batch in queries.over_since(limit):
        _end(batch, limit)


@transaction.atomic
def _end(batch: Batch, limit: datetime) -> None:
    """Whoever tries it again at this moment holds it, and is looked at again once it is let go."""
    held = queries.locked(batch)
    if held and queries.over_since(limit).filter(pk=held.pk).exists():
        held.delete()


def cancel(batch: Batch) -> int:
    """Take back what waits; how many items that were. What is running comes to its end."""
    return queries.items(batch).filter(state=State.WAITING).update(state=State.CANCELLED, touched=timezone.now())


@transaction.atomic
def retry(batch: Batch) -> int:
    """Queue again what failed or was cancelled; how many items that were."""
    queries.locked(batch)
    items = list(queries.items(batch).filter(state__in=[State.FAILED, State.CANCELLED]))
    for item in items:
        fresh = {"tries": 0, "refusal": {}, "touched": timezone.now()}
        BatchItem.objects.filter(project=item.project_id, pk=item.pk).update(state=State.WAITING, **fresh)
    _enqueue(items)
    return len(items)


def _move(item: BatchItem, old: State, new: State, refusal: dict) -> None:
    held = BatchItem.objects.filter(project=item.project_id, pk=item.pk, state=old, tries=item.tries)
    held.update(state=new, refusal=refusal, touched=timezone.now())


def _enqueue(items: Sequence[BatchItem]) -> None:
    """A task for each article: its further pages come in with the first. Of articles that are here already the first
    few are queued, and each of them queues another."""
    for item in items:
        if item.leader_id is None and not item.of_article:
            tasks.bring_in.enqueue(item.project_id, item.pk)
    here = [item for item in items if item.of_article]
    for item in here[: tasks.AHEAD]:
        tasks.reclean.enqueue(item.project_id, item.pk)
