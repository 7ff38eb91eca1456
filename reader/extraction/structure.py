"""Headings that no element marks: Chinese numbering and short lines in bold; run-in leads."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.extraction.page import Block

# The levels of Chinese documents (GB/T 9704—2012, 7.3.3: 一、 then （一） then 1. then （1）), chapters above them.
_LEVELS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"第[一二三四五六七八九十百零〇\d]+[章编篇][\s　]*"), 1),
    (re.compile(r"(?:第[一二三四五六七八九十百零〇\d]+节[\s　]*|[一二三四五六七八九十]{1,3}、)"), 2),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 3),
    (re.compile(r"\d{1,2}(?:[.．](?!\d)|、)"), 4),
    (re.compile(r"[（(]\d{1,2}[）)]"), 5),
)
_ENDS_SENTENCE = re.compile("[，。；！？：,;:…]$")
_LONGEST = 40
_BOLD_LEVEL = 3
# Levels whose lines may be a list's.
_LISTED = (4, 5)


def structured(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with headings found by numbering, or by bold from end to end; numbered short lines one after the other
    are a list. `lead` is left only where text follows it."""
    found = [_structured(block) for block in blocks]
    return [_list_item(found, at) if block.level in _LISTED else block for at, block in enumerate(found)]


def _structured(block: Block) -> Block:
    whole = block.lead >= len(block.text)
    if block.kind == "paragraph" and len(block.text) <= _LONGEST and not _ENDS_SENTENCE.search(block.text):
        level = numbering_level(block.text) or (_BOLD_LEVEL if whole else 0)
        if level:
            return replace(block, kind="heading", level=level, lead=0)
    return replace(block, lead=0) if whole and block.lead else block


def _list_item(blocks: Sequence[Block], at: int) -> Block:
    block = blocks[at]
    beside = [*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]]
    number = numbering_level(block.text)
    if number and any(other.level == block.level and numbering_level(other.text) == number for other in beside):
        return replace(block, kind="list", level=0)
    return block


def numbering_level(text: str) -> int:
    """The level that a line's number says, 0 without one."""
    return next((level for pattern, level in _LEVELS if pattern.match(text)), 0)
