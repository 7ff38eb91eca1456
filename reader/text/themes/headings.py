"""Which lines are headings: short, without an end mark, with text of their own below them, and never alone."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.lexicon import LABEL
from reader.text.themes.marks import mark_of

# Longer lines without an end mark are torn sentences; theory papers have headings of 45 characters.
LONGEST_HEADING = 48
_SHORTEST = 3
# What is below a heading says something: a sentence, not another label.
_SAYS = 25
# A line between a heading and its text may be the heading's deck; three in a row are a list.
_MOST_IN_A_ROW = 2
_HAN = re.compile("[一-鿿].*[一-鿿]")
_NO_HEADING = re.compile(
    r"。|^[-—–―…]|[！；…，,：:、!;]$|——?$|^[—\-•·●“‘《]*[“‘《][^”’》]*[”’》]$|^(?:此致|敬礼|谢谢)|\d{5}|@|https?:|(?:们|同志|代表|委员|同事|人说|有云)$"
    r"|^(?:上接|下转|点击|更多|相关|返回|扫|下载|分享|打印|字号|来源)|^\d{1,2}月\d|^\d{4}年\d{1,2}月\d{1,2}日$"
)
_QUESTION = re.compile(r"^(?:记者|问|提问|主持人|网友)\s*[：:]")
_LONGEST_QUESTION = 90


def is_heading_line(text: str) -> bool:
    """Whether the line by itself could be a heading without a number."""
    return (
        _SHORTEST <= len(text) <= LONGEST_HEADING
        and bool(_HAN.search(text))
        and not _NO_HEADING.search(text)
        and not mark_of(text)
    )


def is_question_line(text: str) -> bool:
    """Whether the line is an interviewer's question."""
    return len(text) <= _LONGEST_QUESTION and bool(_QUESTION.search(text))


def is_label(texts: Sequence[str], place: int) -> bool:
    """看点一 alone on its line, above the heading that it numbers."""
    label = LABEL.match(texts[place].strip())
    below = texts[place + 1].strip() if place + 1 < len(texts) else ""
    return bool(label) and label.end() == len(texts[place].strip()) and is_heading_line(below)  # type: ignore[union-attr]


def heading_places(title: str, paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> tuple[int, ...]:
    """The places of the headings without a number, two or more or none. `skipped` are paragraphs that do not count:
    a byline between a heading and its text does not hide it."""
    places = [place for place in range(len(paragraphs)) if place not in skipped]
    texts = [paragraphs[place].strip() for place in places]
    lines = [is_heading_line(text) and not _is_title(text, title) for text in texts]
    lines = [line and not is_label(texts, place) for place, line in enumerate(lines)]
    runs = [(start, end) for start, end in _runs(lines) if _has_text(texts, end)]
    decked = sum(end - start == _MOST_IN_A_ROW for start, end in runs) > 1
    heads = [start if decked else end - 1 for start, end in runs if end - start <= _MOST_IN_A_ROW]
    found = tuple(places[head] for head in heads if not _is_pull_quote(head, texts))
    return found if len(found) > 1 else ()


def _runs(lines: Sequence[bool]) -> list[tuple[int, int]]:
    edges = [place for place, line in enumerate([*lines, False]) if line != (place > 0 and lines[place - 1])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _has_text(texts: Sequence[str], place: int) -> bool:
    return place < len(texts) and (len(texts[place]) >= _SAYS or bool(mark_of(texts[place])))


def _is_title(text: str, title: str) -> bool:
    """The title or a whole part of it, said once more; not what shares some of its words."""
    line = _bare(text)
    return line in {_bare(title), *map(_bare, re.split("[：:_|—]", title))}


def _bare(text: str) -> str:
    return re.sub(r"[\s　]|[（(【][^）)】]*[）)】]", "", text)


def _is_pull_quote(place: int, texts: Sequence[str]) -> bool:
    """Commentaries repeat their best sentence above the text."""
    line = texts[place]
    if any(len(text) > LONGEST_HEADING for text in texts[:place]):
        return False
    said = {line[at : at + 2] for at in range(len(line) - 1)}
    return len(line) > 20 and any(sum(pair in text for pair in said) >= 0.85 * len(said) for text in texts[place + 1 :])
