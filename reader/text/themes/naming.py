"""From the leads of one group to their names: what differs between them, as a phrase one would tag with."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from reader.text.segmentation import words
from reader.text.themes.frames import shared_ends
from reader.text.themes.lexicon import LONG_VERB, MODAL, ROLE
from reader.text.themes.phrases import CLAUSES, MARKS, STANDS_ALONE, fit, phrase
from reader.text.themes.proposal import LONGEST, SHORTEST

_QUOTES = re.compile("[“”‘’\"'《》]")
_OPENING = tuple('“‘"《')
_QUOTED = re.compile('[“"‘]([^”"’，。]{3,10})[”"’]')
# Fewer characters that all begin with are a word of the phrase, not its frame.
_SHARED = 3
# A quoted term names the lead where it is half of what the lead says.
_OF_CLAUSE = 0.45
# Where the means end in 以…促…, 用…之力…, 从…入手: at a sign that the whole group has, or, for one alone, a common one.
_MEANS = "以用靠凭借由从向"
_MEANS_END = frozenset("促之为来引推强助聚筑谋破优固育惠兴护上中入着做出，")
_IN_NOUNS = "中上来为之"
_COMMON_END = frozenset("促之为来引推上中，")
# 根本在耕地: what it lies in is the point.
_LIES_IN = re.compile(
    r"^(?:.{2,12}的)?(?:根本|关键|基础|核心|重点|难点|保障|出路|要害|活力|生命力|灵魂|希望|底气)就?在于?(?!上|下|中|内)(?P<what>[^，]{2,12})$"
)
_PLACE = re.compile(r"^(?:在|从|向|把|将)[^，]{2,14}，(?:实现|达到|促进|推动|形成|确保|做到)(?P<what>.+)$")
# 转变理念之一，树立…: which one it is says nothing.
_COUNTED = re.compile(r"^之[一二三四五六七八九十]，")
# 学生资助工作 is one noun: what heads it is not parted from what it is of, where that is short.
_HEADS = ("工作", "关系", "事业", "人数", "水平", "能力")
_COMPOUND = 6
# What is left behind 的 names nothing where it is so short: 阅读的践行者.
_THIN = 3
# One sign before what differs belongs to it: 新理念, 有理想, 立规矩.
_BELONG = "新 大 小 高 好 强 多 优 全 双 有 做 当 讲 守 立 学".split()
# 要见物，更要见人: the second is the point.
_MORE = re.compile(r"[要应需须][^，]{2,10}，(?:更|还)(?:要|应|需|须)(?P<what>[^，]{2,12})$")
# 夜市的摊位不能撤: what must stay is the point, the ban alone names nothing.
_FORBIDDEN = re.compile(r"^(?P<what>[^，]{3,10}?)(?:不能|不可|不得|不容|容不得)[^，不]{1,3}$")
# 把巷口的路灯修好: what is done is told of what 把 brings forward.
_BROUGHT = re.compile(
    r"(?:^|[要应须先当])把(?P<what>[^，]{1,6}的[^，]{2,5}?)(?:再|放在|放到|摆在|摆到|握紧|握牢|抓紧|抓好|抓牢|建好|修好|用好|管好|守好|办好|做好|理顺|扛起|扎紧|落到|落在|讲清|讲透|写进)[^，]{0,4}$"
)
# Builds that put what a lead is about in one place.
_BUILDS = (_PLACE, _LIES_IN, _MORE, _FORBIDDEN, _BROUGHT)
_GOAL = re.compile(r"^(?:想要?|要想|若要|欲|为了?)")
# The subject only able to do something is not what the lead is about.
# 认识要再深化: the verb alone says nothing.
_AGAIN = re.compile("[再更].{1,3}")
_ABLE = re.compile(
    r"^.{2,10}?(?:更能|才能|方能|能够|可以|有望|关乎|关系到?|事关|应当?|(?<![动功产智潜可效节机技性赋职])能(?![力源量动够]))(?=.{4,})"
)


def names(cores: Sequence[str]) -> list[str]:
    """A name for each lead of a group, 2 to 12 characters, no two alike where the leads are not."""
    differing = _without_prefix(cores)
    ends = _MEANS_END.intersection(*cores) if len(cores) > 1 else _COMMON_END
    quoted = _quoted(differing)
    if len(cores) > 1 and len(set(quoted) - {""}) == len(cores):
        return [fit(term, core) for term, core in zip(quoted, cores, strict=True)]
    said = [_named(text, core, ends) for text, core in zip(differing, cores, strict=True)]
    counts = Counter(said)
    return [_distinct(name, core, counts) for name, core in zip(said, cores, strict=True)]


def _named(text: str, core: str, ends: AbstractSet[str]) -> str:
    whole = _QUOTES.sub("", core)
    name = _said(text, whole, ends)
    modified = len(name) <= _THIN and core.endswith(text) and core.removesuffix(text).endswith("的")
    return _said(core, whole, ends) if modified else name


def _quoted(texts: Sequence[str]) -> list[str]:
    found = [_QUOTED.search(CLAUSES.split(text)[0]) for text in texts]
    return [term[1] if term else "" for term in found]


def _distinct(name: str, core: str, said: Mapping[str, int]) -> str:
    if said[name] == 1:
        return name
    core = _QUOTES.sub("", core)
    longer = fit(phrase(_after_modal(core), whole=True), core)
    return longer if longer not in said else fit(core, name)


def _without_prefix(cores: Sequence[str]) -> list[str]:
    """The leads from where they differ, if what they share says something; cut at words."""
    if len(cores) < 2:
        return list(cores)
    # Whoever shares most with a lead stands beside it once they are sorted.
    ranked = sorted(range(len(cores)), key=cores.__getitem__)
    beside = [0, *(shared_ends(cores[one], cores[other])[0] for one, other in pairwise(ranked)), 0]
    shared = {place: max(beside[rank : rank + 2]) for rank, place in enumerate(ranked)}
    return [_after_shared(core, shared[place]) for place, core in enumerate(cores)]


def _after_shared(core: str, shared: int) -> str:
    edges = [edge for edge in accumulate(map(len, words(core)), initial=0) if edge <= shared]
    edge = edges[-2] if len(edges) > 2 and core[edges[-2] : edges[-1]] in _BELONG else edges[-1]
    rest = core[edge - (core[edge - 1 : edge] in _OPENING) :].lstrip(MARKS)
    rest = _COUNTED.sub("", rest)
    if edge <= _COMPOUND and rest.startswith(_HEADS):
        return core
    if edge < _SHARED or LONG_VERB.fullmatch(core[:edge]) or len(_QUOTES.sub("", rest)) < SHORTEST:
        return core
    return rest


def _said(text: str, whole: str, ends: AbstractSet[str]) -> str:
    """The phrase a lead is about, from the most telling build to the plainest."""
    clause = CLAUSES.split(text)[0]
    quoted = _QUOTED.search(clause)
    if quoted and len(quoted[1]) >= _OF_CLAUSE * len(_QUOTES.sub("", clause)):
        return fit(quoted[1], whole)
    plain = _QUOTES.sub("", text)
    return fit(_core_of(plain, ends), whole)


def _core_of(text: str, ends: AbstractSet[str]) -> str:
    if built := next(filter(None, (build.search(text) for build in _BUILDS)), None):
        return phrase(built["what"], alone=STANDS_ALONE + (built.re is _MORE))
    if role := ROLE.search(text):
        subject = _subject(text[: role.start()].strip(MARKS))
        if len(subject) >= SHORTEST:
            given = subject[0] in "以把将"
            return phrase(subject[given:], bare=given)
        if len(role["of"]) >= SHORTEST:
            return phrase(role["of"].rstrip("的和与及、"))
    if means := _means(text, ends):
        return phrase(means)
    demanded = _after_modal(text)
    if demanded == text and (able := _ABLE.match(text)):
        demanded = text[able.end() :]
    return phrase(demanded, alone=STANDS_ALONE + (demanded != text))


def _means(text: str, ends: AbstractSet[str]) -> str:
    """What stands between a preposition and the end of the means, if the lead begins so."""
    if text[:1] not in _MEANS:
        return ""
    inside = _begins_a_noun(text)
    places = range(1 + SHORTEST, min(len(text), LONGEST + SHORTEST))
    return next((text[1:place] for place in places if text[place] in ends and place not in inside), "")


def _begins_a_noun(text: str) -> set[int]:
    """Where a sign is only the beginning of a word: 中 of 中国, but 促 of 促发展 ends the means."""
    cut = words(text)
    starts = accumulate(map(len, cut), initial=0)
    return {start for start, word in zip(starts, cut, strict=False) if len(word) > 1 and word[0] in _IN_NOUNS}


def _subject(text: str) -> str:
    """What is called the key: the first clause, or the last where the first tells the goal."""
    clauses = CLAUSES.split(_after_modal(text))
    return clauses[-1] if _GOAL.match(clauses[0]) else clauses[0]


def _after_modal(text: str) -> str:
    """What is demanded; of 观念要转变 the whole, for the verb alone says nothing."""
    modal = MODAL.search(text[:24])
    if not modal:
        return text
    before, after = text[: modal.start()].strip(MARKS), text[modal.end() :].lstrip(MARKS)
    clause = CLAUSES.split(after)[0]
    if before and "，" not in before and (len(clause) <= 2 or _AGAIN.fullmatch(clause)):
        return before if len(clause) < 2 and len(before) > _SHARED else before + clause
    return after
