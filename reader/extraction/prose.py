"""How prose looks beside lists of headlines: Chinese punctuation, length, links."""

import re

# Prose has a mark every ten characters or so; headlines have hardly any.
_MARKS = re.compile("[，。；：！？、“”,;!?]")
_SENTENCE = re.compile("[，。；！？…,;!?][”’」』)）]*|[.](?=\\s|$)")
# A line is prose when it is as long as a sentence and has a sentence's marks.
LENGTH = 25


def marks_in(text: str) -> int:
    return len(_MARKS.findall(text))


def is_prose(text: str, linked: int = 0) -> bool:
    """A sentence or more of running text; a line that is mostly link is a headline, whatever its marks."""
    return len(text) >= LENGTH and linked * 2 < len(text) and bool(_SENTENCE.search(text))
