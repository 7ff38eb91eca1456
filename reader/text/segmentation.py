"""Words: jieba with the policy vocabulary, and a project's own terms laid over its result.

The tokenizer is one for all (about 80 MB, loaded once, on first use); a project's terms move boundaries in what it
answers and never enter it, so that no project pays for or sees another's.
"""

import logging
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import jieba

from reader.text.vocabulary import TERMS

LONGEST = 35
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TERM_FREQUENCY = 20_000

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
    for term in TERMS:
        tokenizer.add_word(term, _TERM_FREQUENCY)
    return tokenizer


def preload() -> None:
    """Load the dictionary now: before a server forks, so that its workers share it."""
    _tokenizer()


def words(text: str, terms: Iterable[str] = ()) -> list[str]:
    """The text cut into words; joined they are the text. A newline is a word of its own, and so is each term,
    whatever the dictionary says; where terms overlap, the one that starts first counts, then the longer one."""
    cut = [word for line in re.split("(\n)", text) if line for word in _line(line)]
    overlay = _pattern(frozenset(terms))
    if overlay is None:
        return cut
    spans = [match.span() for match in overlay.finditer(text)]
    edges = set(accumulate(map(len, cut), initial=0)).difference(*(range(a + 1, b) for a, b in spans))
    edges.update(edge for span in spans for edge in span)
    return [text[start:end] for start, end in pairwise(sorted(edges))]


def _line(line: str) -> list[str]:
    return [line] if line == "\n" else _tokenizer().lcut(line)


@lru_cache(maxsize=64)
def _pattern(terms: frozenset[str]) -> re.Pattern[str] | None:
    kept = sorted((term for term in terms if term and "\n" not in term), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, kept))) if kept else None


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
