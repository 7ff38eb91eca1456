"""Who listens to a worker: at its start, and each time it looks for what was left."""

from typing import Any

from reader import waiting
from reader.capture import batches
from reader.signals import worker_looked


def connect() -> None:
    worker_looked.connect(_resume_batches, dispatch_uid="resume batches")
    worker_looked.connect(_end_batches, dispatch_uid="end batches")
    worker_looked.connect(waiting.sweep, dispatch_uid="sweep what waits")


def _resume_batches(**_: Any) -> None:
    batches.resume_all()


def _end_batches(**_: Any) -> None:
    batches.end_all()
