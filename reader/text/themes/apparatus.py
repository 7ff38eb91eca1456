"""What stands in a text without being part of what it says: bylines, editors' words, abstracts, credits, list rows."""

import re
from collections.abc import Sequence

_HAN = re.compile("[一-鿿]")
# A sentence torn at a link: its pieces begin or end in the middle.
_TORN_START = re.compile("^[》）”、，。；：,;:)]")
_TORN_END = re.compile("[《（“、，,(]$")
_CREDITS = re.compile(
    r"^[（(【\[].*[）)】\]]$|^——\s*编\s*者|^《\s*人民日报\s*》|^(?:图为|资料图|新华社发|注[：:])|^\S{2,4} (?:摄|文)$"
    r"|^(?:版式设计|责任编辑|责编|编辑|审核|作者|图片?|来源|制图|摄影|执笔|文/|图/)(?:[：: 　/]|单位)"
    r"|^记者[：: 　][^？?]{2,8}$|^本报(?:记者|评论员)|^(?:记者|通讯员) \S+( \S+)*$"
)
_ABSTRACT = re.compile(
    r"^[【\[]?(?:编者按|编者的话|内容提要|内容摘要|核心阅读|核心提示|阅读提示|摘\s*要|导\s*读)[】\]]?[：:\s]*"
)
# A head of an abstract alone on its line speaks of the paragraph after it.
_HEAD = 8
# A longer paragraph says something though it is torn at its end.
_PIECE = 50


def apparatus(paragraphs: Sequence[str]) -> frozenset[int]:
    """The places of paragraphs that state nothing of their own."""
    found = {place for place, text in enumerate(paragraphs) if _is_apparatus(text.strip())}
    found |= {place + 1 for place in found if _announces(paragraphs[place].strip())}
    return frozenset(found | _torn(paragraphs))


def _is_apparatus(text: str) -> bool:
    return not _HAN.search(text) or bool(_CREDITS.search(text) or _ABSTRACT.match(text))


def _announces(text: str) -> bool:
    return len(text) <= _HEAD and bool(_ABSTRACT.match(text))


def _torn(paragraphs: Sequence[str]) -> set[int]:
    starts = {place for place, text in enumerate(paragraphs) if _TORN_START.match(text.strip())}
    ends = {place for place, text in enumerate(paragraphs[:-1]) if _TORN_END.search(text.strip())}
    pieces = {*ends, *(place - 1 for place in starts if place)}
    short = {place for place in pieces if len(paragraphs[place].strip()) < _PIECE}
    return starts | short | {place + 1 for place in ends}
