"""One thing found in one article."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from reader.text.findings.documents import Cited
from reader.text.findings.numbers import Number

Kind = TypeVar("Kind", Cited, Number)


@dataclass(frozen=True, slots=True)
class From:
    """The article something was found in."""

    pk: int
    version: int
    title: str
    source: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Row(Generic[Kind]):
    """What was found, and the start and end of its sentence; `correction` is the id of what corrects it, or 0."""

    article: From
    start: int
    end: int
    found: Kind
    correction: int = 0
