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
