"""What the home page reads. Each query names the person's projects on every table it joins."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from annotations.models import LIKELY, ArticleTheme, Event, Unplaced
from reader.models import Article, BatchItem, Progress

BEGUN, CAPTURED, CHANGES = 5, 6, 300
# A capture that failed longer ago than this waits for nobody.
REMEMBERED = timedelta(days=30)
PERSON = ("actor", "actor__username", "actor__first_name", "actor__last_name")


def begun(user: User, projects: Sequence[int]) -> QuerySet[Progress]:
    """What the person has begun and not finished, the last first."""
    mine = Progress.objects.filter(project__in=projects, user=user.pk, block__gte=1, block__lt=F("blocks"))
    there = mine.filter(article__project__in=projects, article__deleted=None)
    return there.select_related("article", "project").order_by("-updated", "-pk")[:BEGUN]


def captured(projects: Sequence[int]) -> QuerySet[Article]:
    found = Article.objects.filter(project__in=projects, deleted=None).select_related("project")
    return found.order_by("-added", "-pk")[:CAPTURED]


def changes(user: User, projects: Sequence[int]) -> list[dict[str, Any]]:
    """The last steps of other people that were not taken back by an undo, the latest first."""
    steps = Event.objects.filter(project__in=projects, step=None, reverses=None, actor__isnull=False)
    there = steps.exclude(actor=user.pk).filter(
        Q(article=None) | Q(article__project__in=projects, article__deleted=None)
    )
    told = ("project", "project__name", "article", "article__title", "action", "subject", "time", *PERSON)
    return list(there.order_by("-pk").values(*told)[:CHANGES])


def unplaced(projects: Sequence[int]) -> dict[int, int]:
    return _counted(Unplaced.objects.filter(project__in=projects))


def undecided(projects: Sequence[int]) -> dict[int, int]:
    """How many articles have a proposed theme that nobody has decided on, by project."""
    open_ = ArticleTheme.objects.filter(project__in=projects, status=ArticleTheme.Status.PROPOSED, score__gte=LIKELY)
    there = open_.filter(parent=None, article__project__in=projects, article__deleted=None).order_by()
    return dict(there.values_list("project").annotate(Count("article", distinct=True)))


def failed(projects: Sequence[int]) -> dict[int, int]:
    """How many captures failed lately, by project."""
    lately = timezone.now() - REMEMBERED
    items = BatchItem.objects.filter(project__in=projects, state=BatchItem.State.FAILED, leader=None)
    return _counted(items.filter(touched__gte=lately))


def _counted(rows: QuerySet[Any]) -> dict[int, int]:
    return dict(rows.order_by().values_list("project").annotate(Count("pk")))
