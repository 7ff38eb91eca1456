"""What lies beside a text is kept with it, comes back from corrections, and is judged when it comes from elsewhere."""

import pytest

from reader.articles.rows import blocks_of, flipped, removed_of, rows_of
from reader.articles.stored import block_of, cut_of, is_sound, stored
from reader.extraction import Block
from reader.extraction.page import Cell, Span, removal

BLOCK = Block(
    "table", "𠮷　甲[1]", marker="•", spans=(Span(3, 6, "note", "[1]"),), cells=(Cell(0, 0, 2, 1, True, 0, 1),)
)


def test_a_block_comes_back_as_it_was():
    assert block_of(stored(BLOCK)) == BLOCK
    assert cut_of(stored(removal("widget", BLOCK, 3))) == removal("widget", BLOCK, 3)


def test_what_is_empty_is_not_kept():
    assert stored(Block("paragraph", "甲")) == {"kind": "paragraph", "text": "甲", "level": 0, "lead": 0}


def test_a_block_of_an_older_version_has_nothing_beside_it():
    assert block_of({"kind": "list", "text": "甲", "level": 0}) == Block("list", "甲")


def test_striking_and_restoring_keep_what_lies_beside_the_text():
    struck = [flipped(row, "strike") for row in rows_of([BLOCK], [])]
    [cut] = removed_of(struck)
    assert (cut.marker, cut.spans, cut.cells) == (BLOCK.marker, BLOCK.spans, BLOCK.cells)
    assert blocks_of(flipped(row, "restore") for row in rows_of([], [cut])) == (BLOCK,)


def test_what_is_kept_here_is_sound():
    assert is_sound(stored(BLOCK))


@pytest.mark.parametrize(
    "beside",
    [
        {"marker": 3},
        {"spans": "x"},
        {"spans": [{"start": 0, "end": 99, "kind": "bold", "target": ""}]},
        {"spans": [{"start": 2, "end": 1, "kind": "bold"}]},
        {"spans": [{"start": 0, "end": 1, "kind": "script"}]},
        {"spans": [{"start": 0, "end": 1, "kind": "note", "target": 4}]},
        {"spans": [{"start": True, "end": 1, "kind": "bold"}]},
        {"cells": [{"row": 10**9, "column": 0}]},
        {"cells": [{"row": 0, "column": -1}]},
        {"cells": [{"row": 0, "column": 0, "more": 1}]},
        {"cells": [{"row": 0, "column": 0, "header": "yes"}]},
        {"cells": [4]},
    ],
)
def test_what_cannot_be_shown_is_not_sound(beside):
    assert not is_sound({"text": "甲乙", **beside})
