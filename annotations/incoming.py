"""Files that wait an hour for the reader's word: their preview is on the screen, and nothing of them is kept yet."""

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.cache import cache

SECONDS = 3600


@dataclass(frozen=True)
class Incoming:
    """A file as it was uploaded."""

    name: str
    data: bytes


def keep(user: User, file: Incoming) -> str:
    """The token by which this user can take the file back."""
    token = secrets.token_urlsafe(16)
    cache.set(_key(user, token), file, SECONDS)
    return token


def take(user: User, token: str) -> Incoming | None:
    return cache.get(_key(user, token))


def forget(user: User, token: str) -> None:
    cache.delete(_key(user, token))


def _key(user: User, token: str) -> str:
    return f"incoming:{user.pk}:{token}"
