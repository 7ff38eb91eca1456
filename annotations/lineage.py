"""Where a theme stands in the codebook's tree."""

from collections.abc import Iterable, Mapping

from annotations.models import Theme


def lineage(theme: Theme, by_id: Mapping[int, Theme]) -> list[Theme]:
    """From the root down to the theme itself; `by_id` holds the project's themes."""
    parent = by_id.get(theme.parent_id) if theme.parent_id else None
    return [*(lineage(parent, by_id) if parent else []), theme]


def path(theme: Theme, by_id: Mapping[int, Theme]) -> list[str]:
    return [ancestor.name for ancestor in lineage(theme, by_id)]


def in_order(themes: Iterable[Theme]) -> list[Theme]:
    """Depth first: a theme before its children, siblings as they were made."""
    by_id = {theme.pk: theme for theme in themes}
    return sorted(by_id.values(), key=lambda theme: [ancestor.pk for ancestor in lineage(theme, by_id)])


def below(themes: Iterable[Theme], root: int) -> set[int]:
    """The ids of the theme and of all that hang under it."""
    by_id = {theme.pk: theme for theme in themes}
    return {id for id, theme in by_id.items() if root in (ancestor.pk for ancestor in lineage(theme, by_id))}
