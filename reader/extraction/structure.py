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
# What stands like a heading, in bold or in a heading's element, and names nobody's section: a credit or a speaker by
# its label, words that lead in a speech, the writer of a motto, a remark in brackets, a picture's line, a call to act.
# Costs: a section that is really called so is a paragraph, and missing from the outline; no text is lost.
_LABELLED = re.compile(
    r"[◎▲△▼■●]?\s*(?:出品人?|作者|文|图片?|撰文|撰稿|采写|采访|摄影|摄像|本[报刊]记者|记者|通讯员|(?:责任)?编辑|责编|监制|策划"
    r"|统筹|校对|审核|来源|供图|制图|设计|主持人|嘉宾|受访者|问|答)\s*[｜|丨︱:：/／]"
)
_LEADS_IN = re.compile("(?:强调|指出|表示|认为|写道|说道|坦言|透露)[，,：:]?$")
_REMARK = re.compile(r"——|[（(][^（()）]*[）)]$|(?:点击|长按|扫码|扫描|本文)")
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
    if block.kind == "heading" and _is_no_heading(block.text):
        return replace(block, kind="paragraph", level=0, lead=0)
    if block.kind == "paragraph" and len(block.text) <= _LONGEST and not _ENDS_SENTENCE.search(block.text):
        level = numbering_level(block.text) or (_BOLD_LEVEL if whole and not _REMARK.match(block.text) else 0)
        if level and not _is_no_heading(block.text):
            return replace(block, kind="heading", level=level, lead=0)
    return replace(block, lead=0) if whole and block.lead else block


def _is_no_heading(text: str) -> bool:
    return bool(_LABELLED.match(text) or _LEADS_IN.search(text))


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
