"""What happens here when the reader app makes a new text version, in that same transaction; and when a worker looks for
what was left."""

from typing import Any

from annotations.exporting import jobs
from annotations.marks import reanchoring
from annotations.themes import proposing
from reader.models import TextVersion
from reader.signals import text_version_created, worker_looked


def connect() -> None:
    text_version_created.connect(receive, dispatch_uid="annotations")
    worker_looked.connect(jobs.revive_all, dispatch_uid="annotations")


def receive(sender: object, version: TextVersion, previous: TextVersion | None, **_: Any) -> None:
    proposing.propose(version)
    if previous:
        reanchoring.carry(version)
