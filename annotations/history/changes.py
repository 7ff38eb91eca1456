"""What changed on an article since a reader last asked: the cursor moves on only behind what can no longer change."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from annotations.history import queries
from annotations.history.queries import SETTLED, EventRow
from reader.models import Article

# What an open page shows of the codebook and of its article's themes; memos, refusals and settings are no part of it.
THEMES = ("theme", "article_theme")


@dataclass(frozen=True)
class Changed:
    """The highlights touched since, and those tagged anew; whether themes were touched; the next cursor, and a tag that
    differs when any of this does."""

    highlights: tuple[UUID, ...]
    tagged: tuple[UUID, ...]
    themes: bool
    cursor: int
    tag: str


def since(article: Article, cursor: int) -> Changed:
    """Changes of the last minute are told again and again: a transaction may still add one between them."""
    events = queries.events_since(article, cursor)
    tagged = [event.tagged_after or event.tagged_before for event in events if event.subject == "tagging"]
    last = events[-1].id if events else cursor
    return Changed(
        highlights=_each_once(event.subject_id for event in events if event.subject == "highlight"),
        tagged=_each_once(filter(None, tagged)),
        themes=any(event.subject in THEMES for event in events),
        cursor=max([cursor, *_settled(events)]),
        tag=f"{article.version_id}-{cursor}-{len(events)}-{last}",
    )


def _each_once(ids: Iterable[str]) -> tuple[UUID, ...]:
    return tuple(map(UUID, dict.fromkeys(ids)))


def _settled(events: list[EventRow]) -> list[int]:
    limit = timezone.now() - SETTLED
    return [event.id for event in events if event.time < limit]
