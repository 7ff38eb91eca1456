"""What a child says of a call."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What the function returned or raised, and whether the child may be called again."""

    value: Any = None
    raised: Exception | None = None
    again: bool = True
