"""What the worker does when a project's words change; it takes an id only and may be started twice."""

from collections.abc import Sequence
from typing import Any

from django_tasks import task

from annotations.codebook import terms
from annotations.history.recording import Action, Change
from reader.articles import postings
from reader.models import Project


@task()
def cut_texts(project_id: int) -> None:
    """Cut the project's texts by its words as they are now."""
    terms.settle(project_id)
    postings.catch_up(project_id)


def behind() -> list[Project]:
    """The projects whose texts are not cut by their words as they are now."""
    projects = Project.objects.order_by("pk")
    return [one for one in projects if one.terms != terms.words(one) or postings.behind(one).exists()]


def queue_what_is_behind(**_: Any) -> None:
    """Listens to reader.signals.worker_started."""
    for project in behind():
        cut_texts.enqueue(project.pk)


def queue_cutting(sender: object, action: Action, changes: Sequence[Change], **_: Any) -> None:
    """Listens to annotations.history.signals.step_recorded."""
    if any(terms.changes_words(change) for change in changes):
        cut_texts.enqueue(action.project)
