"""Holding one item of a batch: whoever claims it first works on it, and only who still holds it says how it ended."""

from django.db.models import F
from django.utils import timezone

from reader.capture import queries
from reader.models import BatchItem
from reader.wording import Coded

State = BatchItem.State


def claim(project_id: int, item_id: int) -> BatchItem | None:
    """The waiting item, now running, with its bytes; any later call finds none."""
    waiting = queries.pages(project_id, item_id).filter(state=State.WAITING)
    claimed = waiting.update(state=State.RUNNING, tries=F("tries") + 1, touched=timezone.now())
    return queries.item(project_id, item_id) if claimed else None


def finish(item: BatchItem, state: State, **outcome: object) -> bool:
    """Say how it ended, of its further pages with it; whether it was still held."""
    held = queries.pages(item.project_id, item.pk).filter(state=State.RUNNING, tries=item.tries)
    return bool(held.update(state=state, touched=timezone.now(), **outcome))


def refusal(refused: Coded) -> dict:
    return {"template": refused.template, "parameters": refused.parameters}
