"""What the worker does for the index that texts are searched by; it takes an id only and may be started twice."""

from collections.abc import Sequence
from typing import Any

from django_tasks import task

from reader.articles import blocks, findings
from reader.articles.preparing import Draft
from reader.models import Article, Project, TextVersion


@task()
def index_texts(project_id: int) -> None:
    """Index the project's texts that are not yet, and find what they state."""
    blocks.catch_up(project_id)
    findings.catch_up(project_id)


def behind() -> list[Project]:
    """The projects with texts that are not indexed."""
    return [
        project
        for project in Project.objects.order_by("pk")
        if blocks.behind(project).exists() or findings.behind(project).exists()
    ]


def queue_what_is_behind(**_: Any) -> None:
    """Listens to reader.signals.worker_started."""
    for project in behind():
        index_texts.enqueue(project.pk)


def fold_draft(sender: object, draft: Draft, **_: Any) -> blocks.Folded:
    """Listens to reader.signals.text_version_preparing."""
    return blocks.folded(block.text for block in draft.blocks)


def index_version(sender: object, version: TextVersion, received: Sequence[Any], **_: Any) -> None:
    """Listens to reader.signals.text_version_created."""
    blocks.index(version, next((one for one in received if isinstance(one, blocks.Folded)), None))


def find_in_draft(sender: object, draft: Draft, **_: Any) -> findings.Found:
    """Listens to reader.signals.text_version_preparing."""
    return findings.find(draft.text)


def keep_findings(sender: object, version: TextVersion, received: Sequence[Any], **_: Any) -> None:
    """Listens to reader.signals.text_version_created."""
    findings.keep(version, next((one for one in received if isinstance(one, findings.Found)), None))


def index_title(
    sender: object, instance: Article, created: bool, update_fields: frozenset[str] | None, **_: Any
) -> None:
    """Listens to an article's being saved: readers correct titles."""
    if not created and (update_fields is None or "title" in update_fields):
        blocks.index_title(instance)
