"""Bringing in one item of a batch: its bytes become an article, and the item says how it ended."""

from dataclasses import replace

from django.contrib.auth.models import User
from django.utils import timezone

from reader.capture import queries
from reader.capture.fetching import FetchError
from reader.capture.gathering import gather
from reader.capture.holding import finish, refusal
from reader.capture.importing import Imported, import_whole
from reader.capture.pages import bring_in
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused
from reader.extraction import ExtractionError
from reader.models import BatchItem

State = BatchItem.State


def bring(item: BatchItem) -> None:
    """Bring in an item that is held."""
    try:
        imported = _import(item)
    except ExtractionError as refused:
        offered = bool(refused.text)
        finish(item, State.FAILED, refusal=refusal(refused) | {"whole": offered}, **_bytes(item, offered))
    except (CleaningRefused, FetchError) as refused:
        finish(item, State.FAILED, refusal=refusal(refused))
    else:
        state = State.DONE if imported.created or imported.restored or imported.extended else State.KNOWN
        finish(item, state, article=imported.article, data=None)


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
