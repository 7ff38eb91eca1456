"""PURE. Describe a marked passage, and find it again in another text.

A passage is where its words are, so every answer is verified against the quote. The cheap answers come first: the same
place, the place the differences between two versions lead to, the only place with the same words. Only then are
nearly equal places weighed. What is not clearly the same passage is an orphan, with the best candidates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Literal

from annotations.anchoring.alignment import Alignment, Match, align, distance, nearly, shared, shared_tail
from annotations.limits import CONTEXT

# The words of the quote count most; either side's context can tell twins apart; the old place only breaks ties.
QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2
# Five leads of one essay may differ by four characters of eight; half of that is still another lead.
TOLERATED = 0.2
# Points by which the best place must lead: a quarter of one side's context.
MARGIN = 5
# Points of context that a place with other words needs, unless the differences lead there: more than one side's.
SUPPORT = 24
# Points of context that one of several places with the very words needs.
AGREEMENT = 9
CANDIDATES = 5
# Places with the same words that are weighed in full; of more, those whose next characters agree longest.
WEIGHED = 50

Outcome = Literal["stayed", "moved", "changed", "orphaned"]


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage: its words, up to 32 characters on either side, and code points [start, end)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the text: its score of at most 92, what of it is context's (at most 40), and its words' edits."""

    start: int
    end: int
    score: float
    context: float
    errors: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of a passage: `place` unless it is orphaned, and the best candidates, the best one first.

    "stayed" and "moved" have the same words, "changed" has others, at most 20 % of them.
    """

    outcome: Outcome
    place: Candidate | None
    candidates: tuple[Candidate, ...] = ()


def describe(text: str, start: int, end: int) -> Selector:
    """The selector of [start, end) in code points; ValueError when that is no stretch of the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no stretch of a text of {len(text)} characters")
    return Selector(text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT], start, end)


def find(selector: Selector, text: str) -> Anchor:
    """The passage in a text of which only the selector is known, as in an import from elsewhere."""
    if _stands(selector, text):
        return _anchored(selector, _weighed(selector, text, _at(selector.start, selector.exact), selector.start))
    exact = _exact(selector, text)
    matches = exact or nearly(selector.exact, text, tolerated(selector.exact))
    return _decided(selector, _ranked(selector, text, matches, selector.start), sole=len(exact) == 1)


def carry(selectors: Iterable[Selector], old: str, new: str) -> list[Anchor]:
    """The passages of `old` in its later version `new`, in the order given. The two are compared once for all."""
    alignment = align(old, new)
    return [_carried(selector, old, new, alignment) for selector in selectors]


def only(words: str, text: str, low: int = 0, high: int | None = None) -> int:
    """Where the words stand in [low, high) of the text, if they stand there once; else -1. Twins may overlap, which
    str.count does not see."""
    first = text.find(words, low, high)
    return first if first == text.rfind(words, low, high) else -1


def tolerated(exact: str) -> int:
    """How many edits a quote may have suffered and still be attached without asking."""
    return int(len(exact) * TOLERATED)


def _carried(selector: Selector, old: str, new: str, alignment: Alignment) -> Anchor:
    if old[selector.start : selector.end] != selector.exact:
        return find(selector, new)
    low, high = alignment.forward(selector.start, selector.end)
    if place := _in_place(selector, new, alignment, low, high):
        return _anchored(selector, place)
    near = nearly(selector.exact, new, tolerated(selector.exact))
    exact = [match for match in near if not match.errors]
    once = len(exact) == len(_exact(selector, old)) == 1
    own = exact if once else _own(near, selector, alignment)
    decided = _decided(
        selector, _ranked(selector, new, [match for match in own if not match.errors] or own, low), sole=once
    )
    return decided if decided.place else _left_over(selector, _ranked(selector, new, near, low))


def _left_over(selector: Selector, ranked: Sequence[Candidate]) -> Anchor:
    """Where sentences recur, the differences may give the passage's words to another: if they stand in one place only
    and on more than one side its own context is there, it is the passage all the same."""
    exact = [place for place in ranked if not place.errors]
    if len(exact) == 1 and exact[0].context >= SUPPORT:
        return _anchored(selector, exact[0], ranked)
    return Anchor("orphaned", None, tuple(ranked[:CANDIDATES]))


def _in_place(selector: Selector, new: str, alignment: Alignment, low: int, high: int) -> Candidate | None:
    """The passage between the neighbours it had. Room for it alone is enough; in more room, context must speak."""
    most = tolerated(selector.exact)
    tight = high - low <= len(selector.exact) + most
    low, high = max(low - most, 0), min(high + most, len(new))
    if (place := only(selector.exact, new, low, high)) >= 0:
        return _weighed(selector, new, _at(place, selector.exact), low)
    near = [_shifted(match, low) for match in nearly(selector.exact, new[low:high], most)]
    ranked = _ranked(selector, new, _own(near, selector, alignment), low)
    return ranked[0] if ranked and ranked[0].context >= (AGREEMENT if tight else SUPPORT) else None


def _own(matches: Sequence[Match], selector: Selector, alignment: Alignment) -> list[Match]:
    return [match for match in matches if not _a_strangers(match, selector, alignment)]


def _a_strangers(match: Match, selector: Selector, alignment: Alignment) -> bool:
    """Whether most of these words stood somewhere else in the old text: another passage, however like this one."""
    strangers = alignment.strangers(match.start, match.end, selector.start, selector.end)
    return 2 * strangers > match.end - match.start


def _decided(selector: Selector, ranked: Sequence[Candidate], *, sole: bool) -> Anchor:
    """The best candidate if it is the `sole` place with the very words, or leads clearly and its context agrees."""
    if ranked and (sole or _leads(ranked)):
        return _anchored(selector, ranked[0], ranked)
    return Anchor("orphaned", None, tuple(ranked[:CANDIDATES]))


def _leads(ranked: Sequence[Candidate]) -> bool:
    best, runner_up = ranked[0], ranked[1].score if len(ranked) > 1 else 0
    return best.score - runner_up >= MARGIN and best.context >= (SUPPORT if best.errors else AGREEMENT)


def _anchored(selector: Selector, place: Candidate, ranked: Sequence[Candidate] = ()) -> Anchor:
    same = (place.start, place.end) == (selector.start, selector.end)
    outcome: Outcome = "changed" if place.errors else "stayed" if same else "moved"
    return Anchor(outcome, place, tuple(ranked[:CANDIDATES]) or (place,))


def _ranked(selector: Selector, text: str, matches: Sequence[Match], hint: int) -> list[Candidate]:
    if len(matches) > WEIGHED:
        matches = nlargest(WEIGHED, matches, key=lambda match: _touching(selector, text, match))
    weighed = (_weighed(selector, text, match, hint) for match in matches)
    return sorted(weighed, key=lambda candidate: (-candidate.score, candidate.start))


def _weighed(selector: Selector, text: str, match: Match, hint: int) -> Candidate:
    before, after = (
        text[max(match.start - len(selector.prefix), 0) : match.start],
        text[match.end : match.end + len(selector.suffix)],
    )
    context = PREFIX * _likeness(selector.prefix, before)
    context += SUFFIX * _likeness(selector.suffix, after)
    quote = QUOTE * (1 - match.errors / len(selector.exact))
    position = POSITION * (1 - abs(match.start - hint) / max(len(text), 1))
    return Candidate(match.start, match.end, quote + context + position, context, match.errors)


def _likeness(expected: str, found: str) -> float:
    """1 for the same, 0 for nothing in common; an absent context contradicts nothing."""
    return 1 - distance(expected, found) / max(len(expected), len(found)) if expected else 1


def _touching(selector: Selector, text: str, match: Match) -> int:
    before, after = text[max(match.start - CONTEXT, 0) : match.start], text[match.end : match.end + CONTEXT]
    return shared_tail(selector.prefix, before) + shared(selector.suffix, after)


def _stands(selector: Selector, text: str) -> bool:
    start, end = selector.start, selector.end
    return (
        end <= len(text)
        and text[start:end] == selector.exact
        and text.endswith(selector.prefix, 0, start)
        and text.startswith(selector.suffix, end)
    )


def _exact(selector: Selector, text: str) -> list[Match]:
    found, place = [], text.find(selector.exact)
    while place >= 0:
        found.append(_at(place, selector.exact))
        place = text.find(selector.exact, place + 1)
    return found


def _at(start: int, exact: str) -> Match:
    return Match(start, start + len(exact), 0)


def _shifted(match: Match, by: int) -> Match:
    return Match(match.start + by, match.end + by, match.errors)
