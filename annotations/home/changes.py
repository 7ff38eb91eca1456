"""What others did, summed up: one line for what one person did in one place on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from annotations.undoing.sentences import in_short
from reader.people.names import name_of

SHOWN = 8


@dataclass(frozen=True)
class Change:
    """`where` is the article's title, or the project's name for what was done to its codebook and memos."""

    who: str
    what: str
    count: int
    where: str
    project: str
    address: str
    time: datetime


def summed(events: Iterable[dict[str, Any]]) -> list[Change]:
    """The latest first; the events are."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for event in events:
        groups.setdefault(_alike(event), []).append(event)
    return [_change(rows) for rows in islice(groups.values(), SHOWN)]


def _alike(event: dict[str, Any]) -> tuple[Any, ...]:
    day = timezone.localtime(event["time"]).date()
    return event["project"], event["article"], event["actor"], _action(event), day


def _action(event: dict[str, Any]) -> str:
    return "write_memo" if event["subject"] == "memo" else event["action"]


def _change(rows: list[dict[str, Any]]) -> Change:
    last = rows[0]
    person = User(
        username=last["actor__username"], first_name=last["actor__first_name"], last_name=last["actor__last_name"]
    )
    in_article = last["article"] is not None
    address = reverse("article", args=[last["project"], last["article"]]) if in_article else _codebook(last)
    return Change(
        who=name_of(person),
        what=in_short(_action(last)) or gettext("改动"),
        count=len(rows),
        where=last["article__title"] if in_article else "",
        project=last["project__name"],
        address=address,
        time=last["time"],
    )


def _codebook(event: dict[str, Any]) -> str:
    return reverse("notes" if event["subject"] == "memo" else "codebook", args=[event["project"]])
