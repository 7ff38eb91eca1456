"""A clause becomes a phrase one would tag with: no adverb, no particle, no verb where the object stands alone."""

import re
from itertools import accumulate

from reader.text.segmentation import words
from reader.text.themes.lexicon import ADVERB, EVENTS, HINGE, LIGHT_VERBS, LONG_VERB, SURE_ADVERB
from reader.text.themes.proposal import LONGEST, SHORTEST

# An object of so many characters stands without its verb: 民族文化自信, but 完善基础设施.
STANDS_ALONE = 6
# A noun of doing with its modifier: 基层治理.
_EVENT_LENGTH = 4
_EVENTS = tuple(EVENTS)
MARKS = "，,：:、；; 　"
CLAUSES = re.compile("[，,：:；;。！!?？ 　]+|——")
_TAIL = re.compile(
    r"(?:起来|下来|下去|等等?|方面|上来|中去|到位|问题|的(?:必然|重要|根本|有效|内在|基本|关键)?(?:实现|要求|作用|过程|需要|需求|举措|手段|途径|任务|基础|保障|事业))$"
)
# Particles before the phrase, but not the words that begin like them: 使用, 要素, 能力.
_HEAD = re.compile(
    r"^(?:是|就是|就(?!业|医|近)|要(?!素|求|点|害)|的|地(?!方|区|域|位)|好|了(?!解)|着(?!力|眼|重)|对于?(?!外|口|策|接)|把(?!握|关|控)|将(?!军)"
    r"|让|使(?!用|命)|其(?!他|它)|才(?!能|华|干)|而|并(?!购|举|重)|有(?!效|序|机|限|为)|会(?!议|展)|我们|能(?!力|源|量|动)|更好地?|更加?|多[只家个项]|一[个种些项])+"
)
_EPITHET = re.compile(r"^[^的]{2,5}的(?P<head>[^的]{3,6})$")


def phrase(text: str, bare: bool = False, alone: int = STANDS_ALONE) -> str:
    """The first clause that says something, without what does not belong to a name. `bare` drops the verb in any
    case, `alone` is the length from which an object does without it."""
    clauses = [clause for clause in CLAUSES.split(text) if len(_HEAD.sub("", clause)) >= SHORTEST]
    clause = _strip(clauses[0] if clauses else text)
    if hinge := _leading_hinge(clause):
        clause = _strip(clause[hinge:])
    clause = _without_epithet(_without_verb(clause, SHORTEST if bare else alone))
    shorter = _TAIL.sub("", clause)
    return shorter if len(shorter) > SHORTEST else clause


def _without_verb(clause: str, alone: int) -> str:
    verb = LONG_VERB.match(clause)
    if not verb:
        return clause
    rest = clause[verb.end() :].lstrip("了着好")
    light = verb["verb"] in LIGHT_VERBS and rest.endswith(_EVENTS) and len(rest) >= _EVENT_LENGTH
    return rest if light or len(rest) >= alone else clause


def _without_epithet(clause: str) -> str:
    """正确的发展观念 is 发展观念, but 文化的挖掘 stays."""
    epithet = _EPITHET.match(clause)
    return epithet["head"] if epithet and not epithet["head"].endswith(_EVENTS) else clause


def _strip(clause: str) -> str:
    before = None
    while before != clause:
        before = clause
        bare = ADVERB.sub("", SURE_ADVERB.sub("", clause))
        clause = _HEAD.sub("", bare if len(bare) > SHORTEST else clause) or clause
    return clause


def _leading_hinge(clause: str) -> int:
    hinge = HINGE.match(clause)
    return hinge.end() if hinge and len(hinge.group()) > 2 and len(clause) - hinge.end() >= _EVENT_LENGTH else 0


def fit(said: str, whole: str) -> str:
    """At most twelve characters, cut at words; a modifier before the last 的 goes first. What is too short to be a
    name gives way to the beginning of the whole lead."""
    said = said.strip(MARKS + "。！？.!?…—-的")
    if len(said) > LONGEST and "的" in said[:-SHORTEST]:
        before, head = said.rsplit("的", 1)
        said = _from_left(said) if head.endswith(_EVENTS) else head if len(head) >= _EVENT_LENGTH else before
    if len(said) > LONGEST:
        edges = accumulate(map(len, words(said)))
        said = said[: max((edge for edge in edges if edge <= LONGEST), default=LONGEST)]
    return said if len(said) >= SHORTEST else whole[:LONGEST]


def _from_left(phrase: str) -> str:
    """Without its first words, until it is short enough."""
    edges = accumulate(map(len, words(phrase)))
    return next((phrase[edge:] for edge in edges if len(phrase) - edge <= LONGEST), phrase[-LONGEST:])
