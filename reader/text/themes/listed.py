"""Points that one sentence near the beginning lists, and the paragraphs behind it take up one by one."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from reader.text.segmentation import words
from reader.text.sentences import sentences
from reader.text.themes.evidence import is_reported
from reader.text.themes.leads import Lead, clause_lead
from reader.text.themes.lexicon import LONG_VERB, MODAL, ROLE
from reader.text.themes.proposal import LONGEST, SHORTEST
from reader.text.themes.setting import PROSE

FEWEST = 3
# A longer list is an inventory.
_MOST = 10
# What is listed further down sums up, or is a detail.
_EARLY = 4
_LISTED = re.compile(r"[^，,。；;：:、！？“”‘’（）]{2,40}(?:、[^，,。；;：:、！？“”‘’（）]{2,20}){2,}")
# Signs that lead up to what is said, before the name of a point.
_LIGHT = re.compile("^(?:走|真正的|和|以及|并)+")
_CLAUSE = re.compile("[^，,；;]+")
# A shorter name of a point says too little where it stands alone: the sentence names it.
NAMES = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """`announced` is the paragraph that lists the points; `names` are its own, empty where that is too little."""

    announced: int
    leads: tuple[Lead, ...]
    names: tuple[str, ...]


def listed(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> Listed | None:
    """The points of the first list whose every item is first said again in a paragraph of its own, in the same order
    and without a gap; two neighbours may share one."""
    places = [place for place in range(len(paragraphs)) if place not in skipped]
    for place in places[:_EARLY]:
        following = [other for other in places if other > place and len(paragraphs[other]) >= PROSE]
        for row in _LISTED.finditer(paragraphs[place]):
            items = row.group().split("、")
            if len(items) <= _MOST and (found := _taken_up(place, items, following[: len(items) + 1], paragraphs)):
                return found
    return None


def _taken_up(place: int, items: Sequence[str], following: Sequence[int], paragraphs: Sequence[str]) -> Listed | None:
    found = [_first(forms, following, paragraphs) for forms in _forms(items)]
    steps = [following.index(one[0]) for one in found if one]
    if len(steps) < len(items) or steps[0] > 1 or any(not 0 <= b - a <= 1 for a, b in pairwise(steps)):
        return None
    own = dict(reversed([one for one in found if one]))
    leads = [_lead(there, paragraphs[there], own[there]) for there in sorted(own)]
    said = tuple(lead for lead in leads if lead)
    if len(said) < max(FEWEST, len(own)):
        return None
    keys = (own[lead.paragraph] for lead in said)
    return Listed(place, said, tuple(key if len(key) >= NAMES else "" for key in keys))


def _first(forms: Sequence[str], following: Sequence[int], paragraphs: Sequence[str]) -> tuple[int, str] | None:
    """The first paragraph that says the item, in its fullest form that is said at all."""
    return next(((place, form) for form in forms for place in following if form in paragraphs[place]), None)


def _forms(items: Sequence[str]) -> Iterator[list[str]]:
    """Each item as it may be said again, the fullest first. The first has the sentence's beginning before it, the last
    one its end behind it."""
    for place, item in enumerate(items):
        edges = [0, *accumulate(map(len, words(item)))]
        forms = [item[MODAL.search(item).end() :] if place == 0 and MODAL.search(item) else item]  # type: ignore[union-attr]
        if place == 0:
            forms += [item[edge:] for edge in edges]
        if place == len(items) - 1:
            forms += [item[:edge] for edge in reversed(edges)]
        forms += [_LIGHT.sub("", LONG_VERB.sub("", form)) for form in forms]
        forms += [form.rpartition("的")[2] for form in forms if len(form.rpartition("的")[2]) >= NAMES]
        yield [form for form in dict.fromkeys(forms) if SHORTEST <= len(form) <= LONGEST]


def _lead(place: int, text: str, key: str) -> Lead | None:
    """The paragraph's first sentence, else the one that asks for the point or gives it a place, else the first that
    says the whole name; none that somebody is quoted with, or that goes on from another."""
    spans = [(start, end) for start, end in sentences(text) if key in text[start:end]]
    spans = [(start + _demanding(text[start:end], key), end) for start, end in spans]
    spans = [(start, end) for start, end in spans if not _follows(text[start:end]) and not _quoted(text, start, end)]
    claimed = [span for span in spans if span[0] == 0 or _claims(text[slice(*span)])]
    plain = [span for span in spans if len(key) >= NAMES]
    if not (claimed or plain):
        return None
    start, end = (claimed or plain)[0]
    return replace(clause_lead(place, text[start:end], len(text) - end), text=text[start:end])


def _demanding(sentence: str, key: str) -> int:
    """Where the clause begins that asks for the point: 作为近邻，我们要以体育促和平."""
    found = (clause for clause in _CLAUSE.finditer(sentence) if key in clause.group())
    clause = next(found, None)
    return clause.start() if clause and MODAL.search(clause.group()[:8]) else 0


def _claims(sentence: str) -> bool:
    return bool(MODAL.search(sentence[:20]) or ROLE.search(sentence))


def _follows(sentence: str) -> bool:
    return sentence.lstrip().startswith(("这", "那", "因此", "因而", "所以"))


def _quoted(text: str, start: int, end: int) -> bool:
    return is_reported(text[start:end]) or text.count("“", 0, start) > text.count("”", 0, start)
