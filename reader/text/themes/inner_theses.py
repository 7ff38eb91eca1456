"""Theses inside paragraphs, for a short text that states its points nowhere else: each paragraph asks for one thing."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from reader.text.sentences import sentences
from reader.text.themes.evidence import is_plain_telling, is_reported
from reader.text.themes.leads import ENDS, Lead, clause_lead
from reader.text.themes.setting import PROSE

FEWEST = 3
# A longer text that asks for something in every paragraph is a report, which says its points in headings.
_MOST = 7
# Who asks for three things in a paragraph lists them.
_LISTED = 3
_LONGEST = 36
_BRIEF = 6
# 要上百年 tells how long; 就要, 快要 and 只要 ask for nothing.
_MUST = (
    r"(?<![主重需将只快就不想首摘概纲])要(?![求素点么害是想]|[上近好]?[一二两三四五六七八九十百千几\d])|必须|(?<![适反响相对供])应当|应该|须有"
    r"|[就理自更]当(?![作成是年时天])|不能(?!不)|不可(?!能|思|或|避)|容不得|离不开|在于|重在|得先"
)
_DEMAND = re.compile(rf"^[^，。]{{0,14}}?(?:，[^，。]{{0,6}}?)??(?:{_MUST})[^，。；]*")
# 最要紧的是… says of what follows that it is the thing to do; …，才能… makes it the condition.
_URGENT = re.compile(r"(?:要紧|关键|重要|紧迫|迫切)的(?:一[条点])?是(?P<what>[^，。；]{4,24})")
_CONDITION = re.compile(r"^[^，。]{4,16}，(?:才|方)能[^，。]{2,14}$")
_THOUGHT = re.compile("想到|以为|听说|据说|觉得")
_LINKED = re.compile("^(?:因此|所以|说到底|归根到底|归根结底|当然|其次|再一个|除了[^，]{1,8})[，,]?")
_SUMMING = re.compile("(?:因此|所以|说到底|归根到底|归根结底|(?:要紧|关键|重要|紧迫|迫切)的(?:一[条点])?是)[，,]?$")


def inner_theses(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> list[Lead]:
    """One demand of each paragraph that leads up to the close, three in a row or more; a text may describe the
    matter before. None where a paragraph lists its demands."""
    body = _body(paragraphs, skipped)
    if not FEWEST <= len(body) <= _MOST:
        return []
    asking = [list(_asking(place, paragraphs[place])) for place in reversed(body)]
    row = list(takewhile(bool, asking))
    if len(row) < FEWEST or any(len(leads) >= _LISTED for leads in row):
        return []
    return [max(leads, key=lambda lead: _sums_up(lead, paragraphs)) for leads in reversed(row)]


def _sums_up(lead: Lead, paragraphs: Sequence[str]) -> bool:
    """Whether the demand is said to follow from what stands before it."""
    before, _, _ = paragraphs[lead.paragraph].partition(lead.text)
    return bool(_SUMMING.search(before))


def _body(paragraphs: Sequence[str], skipped: AbstractSet[int]) -> list[int]:
    """The paragraphs of prose but the introduction and, unless a brief line closes the text, the close."""
    prose = [place for place, text in enumerate(paragraphs) if len(text) >= PROSE and place not in skipped]
    return prose[1:-1] if prose and prose[-1] == len(paragraphs) - 1 else prose[1:]


def _asking(place: int, text: str) -> Iterator[Lead]:
    for start, end in sentences(text):
        said = _demand(text[start:end])
        if said and not _reported(text, start, end):
            lead = clause_lead(place, said, len(text) - end)
            if len(lead.core) >= _BRIEF and not is_plain_telling(lead):
                yield lead


def _demand(sentence: str) -> str:
    """The part of a sentence that asks for something, verbatim; empty where none does."""
    linked = _LINKED.match(sentence)
    said = sentence[linked.end() if linked else 0 :].rstrip(ENDS)
    if urgent := _URGENT.search(said):
        return urgent["what"]
    demand = _CONDITION.match(said) or _DEMAND.match(said)
    return demand[0] if demand and len(demand[0]) <= _LONGEST and demand[0].count("“") == demand[0].count("”") else ""


def _reported(text: str, start: int, end: int) -> bool:
    before = text[:start]
    quoted = before.count("“") > before.count("”")
    return quoted or is_reported(before[-40:]) or bool(_THOUGHT.search(text[start:end])) or text[end - 1] in "？?"
