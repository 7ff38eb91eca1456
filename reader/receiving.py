"""Who listens to a new text version, a saved article, a worker that starts or looks for what was left."""

from typing import Any

from django.db.models.signals import post_save

from reader import waiting
from reader.articles import tasks
from reader.capture import batches
from reader.models import Article
from reader.signals import text_version_created, text_version_preparing, worker_looked, worker_started


def connect() -> None:
    text_version_preparing.connect(tasks.fold_draft, dispatch_uid="fold a draft")
    text_version_created.connect(tasks.index_version, dispatch_uid="index a version")
    text_version_preparing.connect(tasks.find_in_draft, dispatch_uid="find in a draft")
    text_version_created.connect(tasks.keep_findings, dispatch_uid="keep findings")
    post_save.connect(tasks.index_title, Article, dispatch_uid="index a title")
    worker_started.connect(tasks.queue_what_is_behind, dispatch_uid="index what is behind")
    worker_looked.connect(_resume_batches, dispatch_uid="resume batches")
    worker_looked.connect(_end_batches, dispatch_uid="end batches")
    worker_looked.connect(waiting.sweep, dispatch_uid="sweep what waits")


def _resume_batches(**_: Any) -> None:
    batches.resume_all()


def _end_batches(**_: Any) -> None:
    batches.end_all()
