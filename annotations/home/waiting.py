"""What waits for a decision: passages without a place, proposed themes, captures that failed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from annotations.home import queries
from reader.access import may
from reader.models import Membership


@dataclass(frozen=True)
class Waiting:
    project: str
    what: str
    address: str


def waiting(memberships: Sequence[Membership]) -> list[Waiting]:
    """Only what the person may decide; project by project."""
    mine = [membership for membership in memberships if may(membership).edit]
    ids = [membership.project_id for membership in mine]
    if not ids:
        return []
    found = queries.unplaced(ids), queries.undecided(ids), queries.failed(ids)
    return [row for membership in mine for row in _of(membership, *found)]


def _of(
    membership: Membership, unplaced: Mapping[int, int], undecided: Mapping[int, int], failed: Mapping[int, int]
) -> list[Waiting]:
    project = membership.project
    number, articles, captures = (counts.get(project.pk, 0) for counts in (unplaced, undecided, failed))
    rows = (
        (number, ngettext("%(n)s 处圈点待安放", "%(n)s 处圈点待安放", number), reverse("unplaced", args=[project.pk])),
        (
            articles,
            ngettext("%(n)s 篇有建议主题待定", "%(n)s 篇有建议主题待定", articles),
            f"{project.get_absolute_url()}?waiting=1",
        ),
        (captures, ngettext("%(n)s 个没有收成", "%(n)s 个没有收成", captures), reverse("batches", args=[project.pk])),
    )
    return [Waiting(project.name, words % {"n": count}, address) for count, words, address in rows if count]
