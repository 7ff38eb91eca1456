"""Headings of several lines in the Word report: narrowed, so that no line is left with a character or two."""

from math import ceil
from unicodedata import east_asian_width

from lxml.etree import _Element

from annotations.exports.word.xml import add, properties

# Points: of a line, and of the letters of each style.
LINE = 430.8
LETTERS = {"Title": 26, "Heading1": 20, "Heading2": 14} | {f"Heading{level}": 12 for level in range(3, 7)}
CENTRED = ("Title", "Heading1")
# Characters: fewer on the last line look left over, and punctuation may move one from line to line.
FEWEST, LEEWAY = 3, 1
# Widths in characters, that of Latin letters being a guess on the wide side.
LATIN = 0.6
ROUNDING = 0.3


def narrow(heading: _Element, style: str, text: str) -> None:
    """Indent the heading so that its lines are about as long as each other."""
    spare = LINE - LETTERS[style] * measure(extent(text), LINE / LETTERS[style])
    if spare > 0:
        sides = ("left", "right") if style in CENTRED else ("right",)
        add(properties(heading), "ind", **{side: str(int(spare * 20 / len(sides))) for side in sides})


def extent(text: str) -> float:
    """How many characters' widths the text has."""
    return sum(1 if east_asian_width(sign) in "WFA" else LATIN for sign in text)


def measure(width: float, most: float) -> float:
    """The length of line for a text of this width; more than `most` where one line is enough."""
    lines = ceil((width + LEEWAY) / most)
    if lines < 2:
        return most + ROUNDING
    longest = min(ceil(width / lines) + LEEWAY, int(most))
    fitting = (length for length in range(longest, FEWEST, -1) if FEWEST <= width % length <= length - LEEWAY)
    return next(fitting, longest) + ROUNDING
