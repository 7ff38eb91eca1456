"""Themes and labels that the filter asks for, each with the address that asks for it no more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotations.library.filter import query_of
from annotations.library.queries import Wanted
from annotations.models import Theme
from reader.models import Label


@dataclass(frozen=True)
class Chip:
    field: str
    id: int
    name: str
    colour: int
    without: str


def chips(wanted: Wanted, themes: Iterable[Theme], labels: Iterable[Label]) -> list[Chip]:
    """Those that exist, in the order they were chosen."""
    known = {theme.pk: theme for theme in themes}
    named = {label.pk: label for label in labels}
    about = [
        Chip("theme", id, known[id].name, known[id].colour, query_of(replace(wanted, theme=_less(wanted.theme, id))))
        for id in wanted.theme
        if id in known
    ]
    return about + [
        Chip("label", id, str(named[id]), 0, query_of(replace(wanted, label=_less(wanted.label, id))))
        for id in wanted.label
        if id in named
    ]


def _less(ids: Sequence[int], id: int) -> tuple[int, ...]:
    return tuple(other for other in ids if other != id)
