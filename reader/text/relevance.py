"""Which sentences are most likely about a topic: BM25, its query widened by feedback, every score by its terms.

BM25: Robertson, Zaragoza, "The Probabilistic Relevance Framework" (2009), 3.4. Feedback: Rocchio (1971), as in Manning,
Raghavan, Schütze, "Introduction to Information Retrieval", 9.1.1.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.text.segmentation import WORDS_COUNTED, frequency

# How soon repeating a term tells nothing more, and how far long sentences are held to say more of everything.
K1, B = 1.2, 0.3
# Rocchio's weights: of the topic's name and keywords; of what was taken for it; of what was refused, which must not
# undo the name, for every refused sentence holds it.
NAMED, TAKEN, REFUSED = 1.0, 2.0, 0.25
# Terms of passages that are asked for besides the name's and keywords': those that weigh most, and so rare ones.
MOST = 25
# How often jieba's dictionary counts a word of middling rarity.
_UNKNOWN = 500

# A sentence by its number in the article, how often it holds a term, and how many terms it has.
Place = tuple[int, int, int]
# Of each term, by article, the sentences that hold it.
Held = Mapping[str, Mapping[int, Sequence[Place]]]


@dataclass(frozen=True, slots=True)
class Topic:
    """The terms of a theme's name and keywords, of each passage taken for it, and of each that was refused."""

    named: Collection[str]
    taken: Sequence[Collection[str]] = ()
    refused: Sequence[Collection[str]] = ()


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of all sentences: how many there are, and how many terms one has on average."""

    sentences: int
    length: float


@dataclass(frozen=True, slots=True)
class Scored:
    article: int
    sentence: int
    score: float


def query(topic: Topic) -> dict[str, float]:
    """What each term weighs; below zero where passages with it were refused more than taken."""
    weights: dict[str, float] = defaultdict(float)
    for term in set(topic.named):
        weights[term] += NAMED
    for passages, weight in ((topic.taken, TAKEN), (topic.refused, -REFUSED)):
        held = Counter(term for terms in passages for term in set(terms))
        for term, count in held.items():
            weights[term] += weight * count / len(passages)
    telling = heapq.nlargest(MOST, weights, key=lambda term: abs(weights[term]) * _rarity(term))
    return {term: weights[term] for term in {*topic.named, *telling} if weights[term]}


def _rarity(term: str) -> float:
    return math.log(WORDS_COUNTED / (frequency(term) or _UNKNOWN))


def idf(holding: int, sentences: int) -> float:
    """Of a term that so many of the sentences hold; never below zero."""
    return math.log(1 + (max(sentences - holding, 0) + 0.5) / (holding + 0.5))


@lru_cache(4096)
def saturation(times: int, length: int, average: float) -> float:
    return times * (K1 + 1) / (times + K1 * (1 - B + B * length / average))


def ranked(
    weights: Mapping[str, float], held: Held, of: Statistics, within: Collection[int] | None = None
) -> Iterator[Scored]:
    """The sentences that score above zero, of these articles or of all, best first.

    Few are asked for: a heap gives the first without putting the others in order.
    """
    scores: dict[tuple[int, int], float] = defaultdict(float)
    for _, article, sentence, gain in _gains(weights, held, of, within):
        scores[article, sentence] += gain
    heap = [(-score, *place) for place, score in scores.items() if score > 0]
    heapq.heapify(heap)
    while heap:
        score, article, sentence = heapq.heappop(heap)
        yield Scored(article, sentence, -score)


def earned(
    weights: Mapping[str, float], held: Held, of: Statistics, wanted: Collection[Scored]
) -> dict[tuple[int, int], list[tuple[str, float]]]:
    """What each term gave to, or took from, the score of these sentences, the most telling first."""
    shares: dict[tuple[int, int], list[tuple[str, float]]] = {(one.article, one.sentence): [] for one in wanted}
    for term, article, sentence, gain in _gains(weights, held, of, {one.article for one in wanted}):
        if (article, sentence) in shares:
            shares[article, sentence].append((term, gain))
    return {place: sorted(terms, key=lambda share: -abs(share[1])) for place, terms in shares.items()}


def _gains(
    weights: Mapping[str, float], held: Held, of: Statistics, within: Collection[int] | None
) -> Iterator[tuple[str, int, int, float]]:
    """What each term gives each sentence, by article and number. How much a term tells, all articles say."""
    for term, weight in weights.items():
        places = held.get(term, {})
        each = weight * idf(sum(map(len, places.values())), of.sentences)
        for article in places if within is None else places.keys() & within:
            for sentence, times, length in places[article]:
                yield term, article, sentence, each * saturation(times, length, of.length or 1.0)
