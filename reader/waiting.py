"""Captures that wait an hour for the reader's word: no article was found in them, but their text is offered."""

import secrets
from dataclasses import asdict

from django.contrib.auth.models import User
from django.core.cache import cache

from reader.cleaning.captures import Capture
from reader.models import Project

SECONDS = 3600


def _key(project: Project, user: User, token: str) -> str:
    return f"pending:{project.pk}:{user.pk}:{token}"


def keep(project: Project, user: User, capture: Capture) -> str:
    """The token by which this user, in this project, can take the capture back."""
    token = secrets.token_urlsafe(16)
    cache.set(_key(project, user, token), asdict(capture), SECONDS)
    return token


def take(project: Project, user: User, token: str) -> Capture | None:
    kept = cache.get(_key(project, user, token))
    return Capture(**kept) if kept else None
