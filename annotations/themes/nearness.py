"""Which themes of the codebook a proposed name may mean: by name, keywords and shared characters."""

from collections.abc import Iterable

from annotations.models import Theme

OFFERED = 5
# What a likeness is worth: the same name or keyword settles it, a name within the other comes close.
SAME, WITHIN, KEYWORD_WITHIN = 1.0, 0.8, 0.6
LEAST = 0.4
# From here on it is more likely the same theme than a new one.
MEANT = 0.66


def meant(name: str, themes: Iterable[Theme]) -> int | None:
    """The theme that a proposed name says in other words, if one comes so close: it is offered before the name."""
    rated = [(likeness(name, theme), -theme.pk) for theme in themes if theme.archived is None]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= MEANT else None


def near(name: str, themes: Iterable[Theme]) -> list[int]:
    """The ids of the likeliest themes, the nearest first; archived ones are not offered."""
    rated = [(likeness(name, theme), theme.pk) for theme in themes if theme.archived is None]
    kept = sorted((pair for pair in rated if pair[0] >= LEAST), key=lambda pair: (-pair[0], pair[1]))
    return [id for _, id in kept[:OFFERED]]


def likeness(name: str, theme: Theme) -> float:
    """0 to 1: how near the name is to the theme's name and keywords."""
    by_keyword = [KEYWORD_WITHIN if _within(name, word) else 0.0 for word in theme.keywords]
    if name == theme.name or name in theme.keywords:
        return SAME
    by_name = WITHIN if _within(name, theme.name) else _shared(name, theme.name)
    return max([by_name, *by_keyword])


def _within(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 2 and shorter in longer


def _shared(one: str, other: str) -> float:
    """Sørensen's coefficient of the two names' characters."""
    ours, theirs = set(one), set(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))
