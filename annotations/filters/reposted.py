"""Which marks in reposts say again what is marked where the text appeared first."""

from collections import defaultdict
from collections.abc import Iterable


def again(later: Iterable[tuple[int, int | None, str]], firsts: Iterable[tuple[int, str]]) -> set[int]:
    """The marks of `later` (id, the article where its text appeared first, its words) for which `firsts` (article,
    words) has one on the same words, or on more or fewer of them."""
    marked: dict[int | None, set[str]] = defaultdict(set)
    for article, words in firsts:
        marked[article].add(_letters(words))
    return {mark for mark, article, words in later if _among(_letters(words), marked.get(article, set()))}


def _among(words: str, known: set[str]) -> bool:
    return words in known or any(words in other or other in words for other in known)


def _letters(words: str) -> str:
    """Reposts set blanks and marks of punctuation as they like."""
    return "".join(filter(str.isalnum, words)) or words
