"""The theme colours as they stand on paper, for what leaves the app; the pages' own are tokens of the style sheets."""

PAPER = (
    "#2f5f9e",
    "#96590a",
    "#38733f",
    "#7d4b94",
    "#1f7a78",
    "#b13d69",
    "#6b6a1f",
    "#4f5bc0",
    "#8a4b2e",
    "#0f6f9c",
    "#a23c96",
    "#566270",
)


def on_paper(colour: int) -> str:
    """The colour of a palette slot, from 1, as #rrggbb."""
    return PAPER[colour - 1]
