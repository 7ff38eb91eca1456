import re
from pathlib import Path

from annotations.models import COLOURS
from annotations.palette import PAPER, on_paper

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"


def test_every_slot_has_a_colour_of_its_own():
    assert len({on_paper(slot) for slot in range(1, COLOURS + 1)}) == COLOURS


def test_exports_and_pages_show_a_theme_in_the_same_colour():
    found = re.findall(r"--t(\d+): light-dark\((#[0-9a-f]{6}),", TOKENS.read_text(encoding="utf-8"))
    assert dict(found) == {str(slot): colour for slot, colour in enumerate(PAPER, 1)}
