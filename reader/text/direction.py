"""Signs that turn the direction of writing: a name with them shows what it does not say. PURE."""

import re

# Marks, embeddings, overrides and isolates.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(name: str) -> str:
    """The name without them, on one line."""
    return " ".join(straight(name).split())


def straight(name: str) -> str:
    """The name without them."""
    return _TURNING.sub("", name)
