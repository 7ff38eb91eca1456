"""Where a theme stands in the codebook's tree."""

from collections.abc import Iterable, Mapping

from annotations.limits import DEPTH
from annotations.models import Theme
from annotations.refusals import Refusal


def lineage(theme: Theme, by_id: Mapping[int, Theme]) -> list[Theme]:
    """From the root down to the theme itself; `by_id` holds the project's themes."""
    parent = by_id.get(theme.parent_id) if theme.parent_id else None
    return [*(lineage(parent, by_id) if parent else []), theme]


def path(theme: Theme, by_id: Mapping[int, Theme]) -> list[str]:
    return [ancestor.name for ancestor in lineage(theme, by_id)]


def in_order(themes: Iterable[Theme]) -> list[Theme]:
    """Depth first: a theme before its children, siblings as they were arranged."""
    by_id = {theme.pk: theme for theme in themes}
    return sorted(by_id.values(), key=lambda theme: [_rank(ancestor) for ancestor in lineage(theme, by_id)])


def siblings(themes: Iterable[Theme], parent: int | None) -> list[Theme]:
    """The parent's children, or the roots, as they were arranged."""
    return sorted((theme for theme in themes if theme.parent_id == parent), key=_rank)


def below(themes: Iterable[Theme], root: int) -> set[int]:
    """The ids of the theme and of all that hang under it."""
    by_id = {theme.pk: theme for theme in themes}
    return {id for id, theme in by_id.items() if root in (ancestor.pk for ancestor in lineage(theme, by_id))}


def height(by_id: Mapping[int, Theme], root: int) -> int:
    """How many levels the theme and what hangs under it take."""
    depths = [len(lineage(by_id[id], by_id)) for id in below(by_id.values(), root)]
    return max(depths) - len(lineage(by_id[root], by_id)) + 1


def place_below(by_id: Mapping[int, Theme], parent: int | None, moving: int | None = None) -> None:
    """Refuse a place that is not there, below the moved theme itself, or deeper than the tree may be."""
    if parent is None:
        above = 0
    elif parent not in by_id:
        raise Refusal("unknown_theme")
    else:
        above = len(lineage(by_id[parent], by_id))
    if moving and parent in below(by_id.values(), moving):
        raise Refusal("below_itself")
    if above + (height(by_id, moving) if moving else 1) > DEPTH:
        raise Refusal("too_deep", {"limit": DEPTH})


def _rank(theme: Theme) -> tuple[int, int]:
    return theme.position, theme.pk
