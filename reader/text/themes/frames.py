"""Leads that are built alike: how much two share, and in what words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce

from reader.text.themes.leads import Lead
from reader.text.themes.lexicon import HINGES, LONG_VERB, MODAL, PREPOSITIONS, ROLE, any_of

_QUOTES = re.compile("[“”‘’\"'《》]")
_BEFORE_MODAL = re.compile(r"(?:首先|关键|还|也|更|又|就|都|则|仍)(?=[要需应须必])")
_SAME = (
    (re.compile("有利于|有助于"), "利于"),
    (re.compile("方能|方可|才能够"), "才能"),
    (re.compile("推动|推进|助推|助力"), "促进"),
    (re.compile("上(?:做文章|发力|用力|着力|求突破|求实效|见实效|见真章|想办法|使劲|聚力|出实招)"), "上下功夫"),
)
_HINGE = re.compile(any_of(HINGES))
_CLAUSE = re.compile("[，,：:；; 　]")


@dataclass(frozen=True, slots=True)
class Build:
    """A lead as it is compared: quotation marks gone, modals and roles made one."""

    text: str
    clauses: tuple[str, ...]
    bigrams: frozenset[str]
    hinges: frozenset[str]
    verb: bool
    modal: bool
    role: bool
    mark: bool


def build(lead: Lead) -> Build:
    text = _BEFORE_MODAL.sub("", _QUOTES.sub("", lead.core))
    for pattern, one in _SAME:
        text = pattern.sub(one, text)
    role, modal, hinges = ROLE.search(text), MODAL.search(text[:20]), frozenset(_HINGE.findall(text))
    text = MODAL.sub("要", ROLE.sub(lambda match: f"是{_of(match['of'])}◇", text), count=1)
    return Build(
        text,
        tuple(_CLAUSE.split(text)),
        frozenset(text[place : place + 2] for place in range(len(text) - 1)),
        hinges,
        bool(LONG_VERB.match(text)),
        bool(modal),
        bool(role),
        bool(lead.mark) and not lead.mark[0].isdigit(),
    )


def _of(said: str) -> str:
    """Of what it is the key: 根本保证, 内生动力 and 坚实基础 of one thing are one frame."""
    before, _, _ = said.rpartition("的")
    return before or said


def affinity(a: Build, b: Build) -> float:
    """How alike two leads are built: 0 to about 2. One that begins with all of the other repeats it."""
    if a.text.startswith(b.text) or b.text.startswith(a.text):
        return 0.0
    prefix, suffix = shared_ends(a.text, b.text)
    return (
        0.5 * min(1, prefix / 6) * (prefix >= 3)
        + 0.2 * (prefix == 2 and a.verb)
        + 0.45 * min(1, suffix / 4) * (suffix >= 2)
        + 0.3 * (prefix >= 1 and a.text[0] in PREPOSITIONS and bool(a.hinges & b.hinges))
        + 0.1 * bool(a.hinges & b.hinges)
        + 0.4 * 2 * len(a.bigrams & b.bigrams) / max(1, len(a.bigrams) + len(b.bigrams))
        + _shape(a.clauses, b.clauses)
        + 0.25 * _within(a.clauses, b.clauses)
        + 0.15 * (a.verb and b.verb)
        + 0.1 * (a.modal and b.modal)
        + 0.2 * (a.role and b.role)
        + 0.3 * (a.mark and b.mark)
    )


def shared_ends(a: str, b: str) -> tuple[int, int]:
    """How many characters they share at the beginning and, of what is left, at the end."""
    limit = min(len(a), len(b))
    prefix = next((place for place in range(limit) if a[place] != b[place]), limit)
    suffix = next((place for place in range(limit - prefix) if a[-1 - place] != b[-1 - place]), limit - prefix)
    return prefix, suffix


def _shape(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """As many clauses, and each as long: the mark of 对偶. One clause says little."""
    if len(a) != len(b):
        return 0.0
    furthest = max(abs(len(one) - len(other)) for one, other in zip(a, b, strict=True))
    return ((furthest == 0) + (furthest <= 2)) * (0.2 if len(a) > 1 else 0.05)


def _within(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The share of the longer lead that stands at the same ends of its clauses in the other: 美善似水, 智慧似水."""
    if len(a) != len(b) or len(a) < 2:
        return 0.0
    shared = sum(sum(shared_ends(one, other)) for one, other in zip(a, b, strict=True))
    return shared / max(1, sum(map(len, a)), sum(map(len, b)))


def frame(cores: Sequence[str]) -> str:
    """What all of them share, in order, with … for what differs: 以…协同促…"""
    shared = reduce(_common, cores[1:], [cores[0]])
    text = "…".join(shared)
    start = "" if all(core.startswith(shared[0]) for core in cores) else "…"
    end = "" if all(core.endswith(shared[-1]) for core in cores) else "…"
    return start + text + end


def _common(parts: list[str], core: str) -> list[str]:
    found, place = [], 0
    for part in parts:
        blocks = SequenceMatcher(None, part, core[place:], autojunk=False).get_matching_blocks()
        found += [part[block.a : block.a + block.size] for block in blocks if block.size]
        if blocks[-2:-1]:
            place += blocks[-2].b + blocks[-2].size
    return found or [""]
