"""The theme colours on paper, for what leaves the app: the light ones of static/css/tokens.css."""

PAPER = (
    "#2f5f9e",
    "#96590a",
    "#38733f",
    "#7d4b94",
    "#1f7a78",
    "#b13d69",
    "#5b6b12",
    "#4a4fb8",
    "#a8421a",
    "#376b8c",
    "#7a6243",
    "#9a2f8b",
)


def on_paper(colour: int) -> str:
    """The colour of a palette slot, from 1, as #rrggbb."""
    return PAPER[colour - 1]


def nearest(colour: str) -> int:
    """The palette slot that looks most like #rrggbb, by the redmean distance."""
    return min(range(1, len(PAPER) + 1), key=lambda slot: _distance(_channels(colour), _channels(on_paper(slot))))


def painted(colour: str) -> tuple[int, str]:
    """How #rrggbb is kept: the slot that shows it, and the colour itself where the palette lacks it."""
    return nearest(colour), "" if colour in PAPER else colour


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    mean = (one[0] + other[0]) / 2
    red, green, blue = (first - second for first, second in zip(one, other, strict=True))
    return (2 + mean / 256) * red**2 + 4 * green**2 + (2 + (255 - mean) / 256) * blue**2
