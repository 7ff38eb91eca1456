"""Tokens that lead nowhere, counted by where they are asked from: whoever tries many is refused for a while.

No token can be guessed; this keeps trying from costing much. Each process of the server counts for itself.
"""

from django.core.cache import cache

LIMIT = 30
# Seconds, from the last miss on.
WHILE = 15 * 60


def note(address: str) -> None:
    cache.set(_key(address), cache.get(_key(address), 0) + 1, WHILE)


def too_many(address: str) -> bool:
    return cache.get(_key(address), 0) >= LIMIT


def _key(address: str) -> str:
    return f"invitation misses {address}".replace(" ", "-")
