"""The terms that sentences are found by, and their compact form."""

import re
import struct
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from reader.text.segmentation import frequency, words
from reader.text.sentences import sentences
from reader.text.themes.keywords import COMMON

# As a database gives bytes back.
Packed = bytes | memoryview

_TERM = re.compile("[一-鿿]{2,}|[a-z][a-z0-9]{1,39}")
_STOP = frozenset(COMMON)
_SPAN, _PLACE = struct.Struct("<II"), struct.Struct("<HBB")
_MOST_SENTENCES, _MOST_TERMS = 0xFFFF, 0xFF
# jieba's search mode: words of so many characters that stand in a longer word are terms too.
_INNER = (2, 3)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch [start, end) of the text in code points, and its terms, each as often as it is said."""

    start: int
    end: int
    terms: tuple[str, ...]


def terms(text: str, own: Iterable[str] = ()) -> list[str]:
    """The terms of a passage, with the project's `own` among them: words that say something, and those inside long
    ones (高质量发展 is found by 质量, too)."""
    own = frozenset(own)
    return [term for word in words(text, own) for term in _terms_of(word, own)]


@lru_cache(maxsize=2**14)
def _terms_of(word: str, own: frozenset[str]) -> tuple[str, ...]:
    return tuple(_found_by(word, own))


def _found_by(word: str, own: frozenset[str]) -> Iterator[str]:
    plain = word.lower()
    if word not in own and (plain in _STOP or not _TERM.fullmatch(plain)):
        return
    yield word if word in own else plain
    for size in _INNER:
        if len(word) > size:
            yield from (part for part in _parts(word, size) if frequency(part) and part not in _STOP)


def _parts(word: str, size: int) -> Iterator[str]:
    return (word[start : start + size] for start in range(len(word) - size + 1))


def indexed(
    text: str, lengths: Iterable[int], own: Iterable[str] = (), besides: Collection[tuple[int, int]] = ()
) -> list[Sentence]:
    """The text's sentences with their terms, its words being of these lengths; those that begin in the stretches
    `besides` are left out. A word across two sentences belongs to the first."""
    own, found = frozenset(own), []
    edges = pairwise(accumulate(lengths, initial=0))
    word = next(edges, None)
    spans = [span for span in sentences(text) if not any(start <= span[0] < end for start, end in besides)]
    for start, end in spans[:_MOST_SENTENCES]:
        held: list[str] = []
        while word and word[0] < end:
            if word[0] >= start:
                held += _terms_of(text[word[0] : word[1]], own)
            word = next(edges, None)
        found.append(Sentence(start, end, tuple(held)))
    return found


def packed_spans(found: Iterable[Sentence]) -> bytes:
    return b"".join(_SPAN.pack(one.start, one.end) for one in found)


def spans(packed: Packed) -> list[tuple[int, int]]:
    return list(_SPAN.iter_unpack(packed))


def postings(found: Sequence[Sentence]) -> dict[str, bytes]:
    """For each term the sentences that hold it: their numbers, how often, and how many terms each has, packed."""
    places: dict[str, list[bytes]] = defaultdict(list)
    for number, sentence in enumerate(found):
        length = min(len(sentence.terms), _MOST_TERMS)
        for term, count in Counter(sentence.terms).items():
            places[term].append(_PLACE.pack(number, min(count, _MOST_TERMS), length))
    return {term: b"".join(packed) for term, packed in places.items()}


def places(packed: Packed) -> Iterator[tuple[int, int, int]]:
    """(sentence number, times, terms of the sentence), as `postings` packed them."""
    return _PLACE.iter_unpack(packed)


def sentences_in(packed: Packed) -> int:
    return len(packed) // _PLACE.size
