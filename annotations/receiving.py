"""Who listens to what: to a new text version, a recorded step, a worker that starts or looks for what was left."""

from dataclasses import dataclass
from typing import Any

from annotations.codebook import tasks
from annotations.exporting import jobs
from annotations.history.signals import step_recorded
from annotations.marks import reanchoring
from annotations.marks.reanchoring import Anchors
from annotations.themes import proposing, renewing
from annotations.themes.proposing import Derived
from reader.articles.preparing import Draft
from reader.models import TextVersion
from reader.signals import text_version_created, text_version_preparing, worker_looked, worker_started


def connect() -> None:
    text_version_preparing.connect(prepare, dispatch_uid="annotations")
    text_version_created.connect(receive, dispatch_uid="annotations")
    step_recorded.connect(tasks.queue_cutting, dispatch_uid="annotations")
    worker_started.connect(tasks.queue_what_is_behind, dispatch_uid="annotations")
    worker_looked.connect(jobs.revive_all, dispatch_uid="annotations.exports")
    worker_looked.connect(renewing.renew_some, dispatch_uid="annotations.themes")


@dataclass(frozen=True)
class Ready:
    """What was computed before the version is made: its themes, and where the article's marks will stand."""

    derived: Derived
    anchors: Anchors


def prepare(sender: object, draft: Draft, **_: Any) -> Ready:
    return Ready(proposing.derived_of(draft), reanchoring.foreseen(draft))


def receive(
    sender: object, version: TextVersion, previous: TextVersion | None, received: tuple[Any, ...] = (), **_: Any
) -> None:
    ready = next((one for one in received if isinstance(one, Ready)), None)
    proposing.propose(version, ready.derived if ready else None)
    if previous:
        reanchoring.carry(version, ready.anchors if ready else {})
