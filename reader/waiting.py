"""Files that wait an hour for their reader's word: their preview is on the screen, and nothing of them is taken in yet.

They lie in the database, where every machine that serves the next page finds them.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from reader.models import Project, WaitingPart

KEPT = timedelta(hours=1)
# Bytes in a row: a database copies each value several times on its way.
PART = 2**20


@dataclass(frozen=True)
class File:
    """A file as it came, and what is known of it."""

    data: bytes
    name: str = ""
    url: str = ""
    content_type: str = ""


@transaction.atomic
def keep(user: User, project: Project | None, file: File) -> str:
    """The token by which this user can take the file back, in this project; what has waited too long goes."""
    sweep()
    token = secrets.token_urlsafe(32)
    about = {"name": file.name, "url": file.url, "content_type": file.content_type, "created": timezone.now()}
    for position, data in enumerate(_parts(file.data)):
        WaitingPart.objects.create(token=token, position=position, project=project, user_id=user.pk, data=data, **about)
    return token


def take(user: User, project: Project | None, token: str) -> File | None:
    """The file; None where nobody of this name keeps it here, or not any more."""
    rows = _own(user, project, token).filter(created__gte=timezone.now() - KEPT).order_by("position")
    first, data = rows.defer("data").first(), BytesIO()
    if first is None:
        return None
    for part in rows.values_list("data", flat=True).iterator(chunk_size=1):
        data.write(part)
    return File(data.getvalue(), first.name, first.url, first.content_type)


def forget(user: User, project: Project | None, token: str) -> None:
    _own(user, project, token).delete()


def sweep(**_: Any) -> None:
    """Let go of what has waited too long, whoever kept it."""
    WaitingPart.objects.filter(created__lt=timezone.now() - KEPT).delete()


def _own(user: User, project: Project | None, token: str) -> QuerySet[WaitingPart]:
    return WaitingPart.objects.filter(project=project, user=user.pk, token=token)


def _parts(data: bytes) -> Iterator[memoryview]:
    """At least one, for an empty file waits too."""
    whole = memoryview(data)
    return (whole[start : start + PART] for start in range(0, len(data) or 1, PART))
