"""Words: jieba with the policy vocabulary, and a project's own terms laid over it.

The dictionary is one for all (about 80 MB, loaded once, on first use); a project's terms lie over it and never enter
it, so that no project pays for or sees another's.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba

from reader.text.overlay import TERM_FREQUENCY, Overlay
from reader.text.vocabulary import TERMS

LONGEST = 35
# jieba's time grows with the square of a run that its dictionary does not know, 的 a thousand times or a cipher: a run
# of letters and characters without any mark is cut in pieces of so many first, which may part a word where they meet.
RUN = 500
# Lines are cut once: by what makes a text's words, derives its themes and indexes it. Longer ones are not kept.
KEPT, KEPT_LENGTH = 1024, 2000
# How many words jieba's dictionary was counted in.
WORDS_COUNTED = 60_101_967
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

_RUNS = re.compile(rf"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]{{{RUN}}})")

jieba.setLogLevel(logging.WARNING)
_cache_folder: list[Path] = []


def configure(cache_folder: Path) -> None:
    """Where jieba keeps its dictionary between starts. It is read back with marshal, so the folder must be the
    installation's own, never a shared one; without a folder nothing is kept."""
    _cache_folder[:] = [cache_folder]


@cache
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    with TemporaryDirectory() as passing:
        folder = _cache_folder[0] if _cache_folder else Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer.cache_file = str(folder / "jieba.cache")
        tokenizer.initialize()
    add_official(tokenizer)
    return tokenizer


def add_official(tokenizer: jieba.Tokenizer) -> None:
    """Lay the official terms over a dictionary of its own."""
    for term in TERMS:
        tokenizer.add_word(term, TERM_FREQUENCY)


def preload() -> None:
    """Load the dictionary now: before a server forks, so that its workers share it."""
    _tokenizer()


def frequency(word: str) -> int:
    """How often the dictionary counts the word, among WORDS_COUNTED; 0 when it lacks it."""
    return _tokenizer().FREQ.get(word, 0)


def words(text: str, terms: Iterable[str] = ()) -> list[str]:
    """The text cut into words; joined they are the text. A newline is a word of its own. A term is a word unless a
    longer one holds it (碳中和 stays whole beside the term 中和)."""
    own = frozenset(terms)
    cut = [word for line in re.split("(\n)", text) if line for word in _line(line, own)]
    pattern = _marked(own)
    return _joined(text, cut, pattern) if pattern else cut


def _line(line: str, own: frozenset[str]) -> Iterable[str]:
    return _kept(line, own) if len(line) <= KEPT_LENGTH else _cut(line, own)


@lru_cache(maxsize=KEPT)
def _kept(line: str, own: frozenset[str]) -> tuple[str, ...]:
    return tuple(_cut(line, own))


def _cut(line: str, own: frozenset[str]) -> Iterator[str]:
    tokenizer = _overlay(own) if own else _tokenizer()
    for piece in _RUNS.split(line) if len(line) > RUN else [line]:
        if piece:
            yield from tokenizer.cut(piece)


@lru_cache(maxsize=64)
def _overlay(terms: frozenset[str]) -> Overlay:
    return Overlay(_tokenizer(), filter(jieba.re_han_default.fullmatch, terms))


@lru_cache(maxsize=64)
def _marked(terms: frozenset[str]) -> re.Pattern[str] | None:
    """The terms that jieba would break whatever its dictionary says: with marks or rare characters in them."""
    kept = [term for term in terms if term and "\n" not in term and not jieba.re_han_default.fullmatch(term)]
    return re.compile("|".join(map(re.escape, sorted(kept, key=len, reverse=True)))) if kept else None


def _joined(text: str, cut: list[str], pattern: re.Pattern[str]) -> list[str]:
    """What the pattern finds becomes one word; of two that overlap, the one that starts first, then the longer."""
    spans = [match.span() for match in pattern.finditer(text)]
    edges = _edges(cut).difference(*(range(start + 1, end) for start, end in spans))
    edges.update(edge for span in spans for edge in span)
    return [text[start:end] for start, end in pairwise(sorted(edges))]


def _edges(cut: list[str]) -> set[int]:
    return set(accumulate(map(len, cut), initial=0))


def boundaries(text: str, terms: Iterable[str] = ()) -> str:
    """The words' lengths in code points, one base-36 digit a word; a word longer than 35 counts as several."""
    digits = []
    for word in words(text, terms):
        full, rest = divmod(len(word), LONGEST)
        digits.append(DIGITS[LONGEST] * full + (DIGITS[rest] if rest else ""))
    return "".join(digits)


def lengths(compact: str) -> list[int]:
    """The lengths that `boundaries` wrote."""
    return [int(digit, 36) for digit in compact]
