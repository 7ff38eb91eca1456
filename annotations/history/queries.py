"""The reads of events. Each query names its project on every table it joins."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import Q
from django.db.models.fields.json import KT

from annotations.history.stacks import Step
from annotations.models import Event, Highlight
from reader.models import Article, Membership, Project, TextVersion

# Numbers of events are given out before their transactions end: only after this time none below can still appear.
SETTLED = timedelta(seconds=60)


# A text version's id, and code points [start, end) in it.
Place = tuple[int, int, int]


class EventRow(NamedTuple):
    """Which row an event changed, and when; a tagging's states name its highlight."""

    id: int
    time: datetime
    subject: str
    subject_id: str
    tagged_before: str | None
    tagged_after: str | None


def places_in_same_text(version: TextVersion) -> dict[UUID, dict[Place, tuple[int, int]]]:
    """Where highlights stood in earlier versions with the very same text, by the places to which each was carried from
    there: one that stands at another place by now was moved by somebody."""
    earlier = TextVersion.objects.filter(project=version.project_id, article=version.article_id, text=version.text)
    same = set(earlier.exclude(pk=version.pk).values_list("pk", flat=True))
    if not same:
        return {}
    carried = Event.objects.filter(project=version.project_id, article=version.article_id, action="carry")
    moved = carried.filter(subject="highlight", before__isnull=False, after__isnull=False)
    states = moved.order_by("pk").values_list("subject_id", "before", "after")
    found: dict[UUID, dict[Place, tuple[int, int]]] = defaultdict(dict)
    for uuid, before, after in states:
        _follow(found[UUID(uuid)], _place(before), _place(after), same)
    return found


def _follow(known: dict[Place, tuple[int, int]], left: Place, reached: Place, same: set[int]) -> None:
    """Learn of one carry what place in the same text it leads back to."""
    if left[0] in same:
        known[reached] = left[1:]
    elif left in known:
        known[reached] = known[left]
    else:
        known.pop(reached, None)


def _place(state: Any) -> Place:
    return state["version"], state["start"], state["end"]


def last_said(found: Highlight) -> dict[str, Any] | None:
    """The highlight's state after the last change by a person."""
    own = Event.objects.filter(project=found.project_id, article=found.article_id, subject="highlight")
    by_people = own.filter(subject_id=str(found.uuid), actor__isnull=False).order_by("-pk")
    return by_people.values_list("after", flat=True).first()


def last_change(found: Highlight) -> tuple[User | None, datetime] | None:
    """Who changed the highlight last, and when; nobody where a new text carried it."""
    own = Event.objects.filter(project=found.project_id, article=found.article_id, subject="highlight")
    last = own.filter(subject_id=str(found.uuid)).select_related("actor").order_by("-pk").first()
    return (last.actor, last.time) if last else None


def reanchoring(found: Article) -> dict[str, Any] | None:
    """The report of the version shown (annotations.reanchoring); None for a first version."""
    kept = Event.objects.filter(project=found.project_id, article=found, action="carry", subject="version")
    return kept.filter(subject_id=str(found.version_id)).values_list("after", flat=True).first()


def reanchorings(project: Project, version_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The reports of these versions, by their ids."""
    kept = Event.objects.filter(project=project, action="carry", subject="version")
    named = kept.filter(subject_id__in=[str(id) for id in version_ids])
    return {int(id): report or {} for id, report in named.values_list("subject_id", "after")}


def events_since(found: Article, cursor: int) -> list[EventRow]:
    """What changed on the article, in the codebook, or in the themes of its other appearances after the cursor, oldest
    first: a name that is rejected there is rejected here in the same step."""
    first = found.repost_of_id or found.pk
    same = Article.objects.filter(Q(pk=first) | Q(repost_of=first), project=found.project_id).order_by().values("pk")
    touching = Q(article=found) | Q(article=None) | Q(article__in=same, subject="article_theme")
    later = Event.objects.filter(touching, project=found.project_id, pk__gt=cursor)
    tagged = KT("before__highlight"), KT("after__highlight")
    rows = later.order_by("pk").values_list("pk", "time", "subject", "subject_id", *tagged)
    return [EventRow(*row) for row in rows]


def lock_membership(membership: Membership) -> None:
    """Make the member's other requests that ask for this lock wait until the transaction ends."""
    held = Membership.objects.select_for_update().filter(project=membership.project_id, pk=membership.pk)
    held.values_list("pk").first()


def steps(membership: Membership, found: Article | None) -> list[Step]:
    """The person's own steps in the article, oldest first; in the codebook for None."""
    own = Event.objects.filter(project=membership.project_id, article=found, actor=membership.user_id, step=None)
    return [Step(*row) for row in own.order_by("pk").values_list("pk", "reverses")]


def events_of_step(project: Project, step: int) -> list[Event]:
    """The changes of one step, the first one first."""
    own = Event.objects.filter(project=project)
    return list(own.filter(Q(pk=step) | Q(step=step)).order_by("pk"))
