"""A text's words without its punctuation, with their places."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

Token = tuple[int, int, str]

_SAYS = re.compile(r"\w")


def tokens(text: str, lengths: Iterable[int]) -> list[Token]:
    """(start, end, word) of the text's words of these lengths, in code points; Latin letters in lower case. What has
    no letter and no digit is none."""
    return list(_tokens(text, lengths))


def _tokens(text: str, lengths: Iterable[int]) -> Iterator[Token]:
    for start, end in pairwise(accumulate(lengths, initial=0)):
        if _SAYS.search(word := text[start:end].lower()):
            yield start, end, word
