"""What happens here when the reader app makes a new text version, in that same transaction."""

from typing import Any

from annotations import proposals, reanchoring
from reader.models import TextVersion
from reader.signals import text_version_created


def connect() -> None:
    text_version_created.connect(receive, dispatch_uid="annotations")


def receive(sender: object, version: TextVersion, previous: TextVersion | None, **_: Any) -> None:
    proposals.propose(version)
    if previous:
        reanchoring.carry(version)
