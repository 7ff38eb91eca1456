"""Who listens to what: to a new text version, a recorded step, a worker that starts or looks for what was left."""

from typing import Any

from annotations.codebook import tasks
from annotations.exporting import jobs
from annotations.history.signals import step_recorded
from annotations.marks import reanchoring
from annotations.themes import proposing, renewing
from reader.models import TextVersion
from reader.signals import text_version_created, worker_looked, worker_started


def connect() -> None:
    text_version_created.connect(receive, dispatch_uid="annotations")
    step_recorded.connect(tasks.queue_cutting, dispatch_uid="annotations")
    worker_started.connect(tasks.queue_what_is_behind, dispatch_uid="annotations")
    worker_looked.connect(jobs.revive_all, dispatch_uid="annotations.exports")
    worker_looked.connect(renewing.renew_some, dispatch_uid="annotations.themes")


def receive(sender: object, version: TextVersion, previous: TextVersion | None, **_: Any) -> None:
    proposing.propose(version)
    if previous:
        reanchoring.carry(version)
