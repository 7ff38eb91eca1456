"""Bringing in many addresses or files: one task for each item, which may be started twice without harm."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reader.capture import queries, tasks
from reader.capture.fetching import FetchError
from reader.capture.gathering import gather
from reader.capture.importing import Capture, Imported, import_whole, together
from reader.capture.pages import bring_in
from reader.cleaning.correcting import CleaningRefused
from reader.extraction import ExtractionError
from reader.models import Batch, BatchItem, Project
from reader.wording import Coded

State = BatchItem.State

# An item takes a fetch (10 s) and a cleaning; one untouched for so long was left by a worker that is no more.
LEFT = timedelta(seconds=60)
# A task may be lost between being taken and touching its item; asking again does no harm.
UNHEARD = timedelta(seconds=120)
# What ends a worker so many times is not tried again by itself.
TRIES = 3
STOPPED = {"template": "收取时程序中断了几次，没有收成。", "parameters": {}}
BROKEN = {"template": "收取时程序出错，没有收成；错误已记入日志。", "parameters": {}}


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


def run(project_id: int, item_id: int) -> None:
    """Bring one waiting item in. Whoever claims it first does; any later call finds nothing to do."""
    waiting = queries.pages(project_id, item_id).filter(state=State.WAITING)
    claimed = waiting.update(state=State.RUNNING, tries=F("tries") + 1, touched=timezone.now())
    if not claimed:
        return
    item = queries.item(project_id, item_id)
    try:
        imported = _import(item)
    except ExtractionError as refused:
        offered = bool(refused.text)
        _finish(item, State.FAILED, refusal=_refusal(refused) | {"whole": offered}, **_bytes(item, offered))
    except (CleaningRefused, FetchError) as refused:
        _finish(item, State.FAILED, refusal=_refusal(refused))
    except Exception:
        _finish(item, State.FAILED, refusal=BROKEN)
        raise
    else:
        state = State.DONE if imported.created or imported.restored or imported.extended else State.KNOWN
        _finish(item, state, article=imported.article, data=None)


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


def cancel(batch: Batch) -> int:
    """Take back what waits; how many items that were. What is running comes to its end."""
    return queries.items(batch).filter(state=State.WAITING).update(state=State.CANCELLED, touched=timezone.now())


@transaction.atomic
def retry(batch: Batch) -> int:
    """Queue again what failed or was cancelled; how many items that were."""
    items = list(queries.items(batch).filter(state__in=[State.FAILED, State.CANCELLED]))
    for item in items:
        fresh = {"tries": 0, "refusal": {}, "touched": timezone.now()}
        BatchItem.objects.filter(project=item.project_id, pk=item.pk).update(state=State.WAITING, **fresh)
    _enqueue(items)
    return len(items)


def keep_whole(item: BatchItem, user: User, title: str) -> Imported:
    """Keep all text of a page in which no article was found, as the reader asked."""
    imported = import_whole(item.project, user, replace(capture_of(item), title=title))
    done = BatchItem.objects.filter(project=item.project_id, pk=item.pk, state=State.FAILED)
    done.update(state=State.DONE, article=imported.article, data=None, refusal={}, touched=timezone.now())
    return imported


def capture_of(item: BatchItem) -> Capture:
    """What the item holds."""
    return Capture(bytes(item.data or b""), item.url, item.content_type, item.filename)


def _import(item: BatchItem) -> Imported:
    if not item.by_address:
        pages = [capture_of(page) for page in queries.pages(item.project_id, item.pk)]
        return bring_in(item.project, item.batch.made_by, pages)
    found = gather(item.url)
    item.data, item.content_type = found.captures[0].data, found.captures[0].content_type
    return bring_in(item.project, item.batch.made_by, found.captures, found.absent)


def _bytes(item: BatchItem, wanted: bool) -> dict:
    """What a fetch brought is kept where its text is offered; a file's bytes stay in any case."""
    return {"data": item.data, "content_type": item.content_type[:200]} if wanted and item.by_address else {}


def _finish(item: BatchItem, state: State, **outcome: object) -> None:
    """Only who still holds the item, and its further pages with it, may say how it ended."""
    held = queries.pages(item.project_id, item.pk).filter(state=State.RUNNING, tries=item.tries)
    held.update(state=state, touched=timezone.now(), **outcome)


def _move(item: BatchItem, old: State, new: State, refusal: dict) -> None:
    held = BatchItem.objects.filter(project=item.project_id, pk=item.pk, state=old, tries=item.tries)
    held.update(state=new, refusal=refusal, touched=timezone.now())


def _enqueue(items: Sequence[BatchItem]) -> None:
    """A task for each article: its further pages come in with the first."""
    for item in items:
        if item.leader_id is None:
            tasks.bring_in.enqueue(item.project_id, item.pk)


def _refusal(refused: Coded) -> dict:
    return {"template": refused.template, "parameters": refused.parameters}
