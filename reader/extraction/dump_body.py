"""Where the text of a plain-text page ends, and what stands inside it that is not text."""

import re
from collections.abc import Sequence

from reader.extraction.dump_lines import BULLET, ends_sentence, is_menu, is_prose, is_toolbar, line_rule

# A list of links: so many entries in a row, or short lines without a sentence among them, where a button counts more.
_ENTRIES, _SHORT_LINES, _BUTTON = 4, 12, 4
# A time alone on its line, or what readers do to comments, belongs to a list; its item is so many lines at most.
_STAMP = re.compile(
    r"(?:[•·]\s*)?(?:(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s?\d{1,2}[:：]\d\d|\d{2}-\d{4}:\d\d$|\d{1,2}(?:小时|分钟|天)前$"
    r"|(?:19|20)\d\d-\d\d-\d\d$|\S{0,20}举报.{0,8}回复|回复\s*[踩赞\d])"
)
_ITEM = 2
# A heading or a list interrupts the text where so many paragraphs follow at once, of this length at least; after a
# list within this reach.
_AFTER_HEADING, _AFTER_LIST, _PARAGRAPH, _REACH = 3, 2, 40, 12
# Keywords above the end are hardly more lines than this; a longer passage without a full stop is verse.
_TAGS = 3
_CLOSED = "。！？!?”’」』》)）…"


def find_end(lines: Sequence[str], start: int) -> int:
    """The index after the last body line: at the first line that ends a text, without the tags above it."""
    begun = next((at for at in range(start, len(lines)) if is_prose(lines[at])), start - 1)
    ends = (_end_at(lines, begun, at) for at in range(begun + 1, len(lines)))
    return _without_tags(lines, start, next((end for end in ends if end is not None), len(lines)))


def _end_at(lines: Sequence[str], begun: int, at: int) -> int | None:
    """Where the text has ended when this line is what ends a text: a heading, a time stamp, a list's run."""
    line = lines[at]
    rule = line_rule(line)
    if rule and rule.ends and not (rule.opens and _paragraphs_at(lines, at + 1, _AFTER_HEADING)):
        return at
    if _STAMP.match(line):
        return next((item for item in range(max(at - _ITEM, begun + 1), at) if not is_prose(lines[item])), at)
    run = _run_to(lines, begun, at)
    return None if run is None or _text_follows(lines, at) else run


def _run_to(lines: Sequence[str], begun: int, at: int) -> int | None:
    """The first line of the list that has become one with this line."""
    if at - _ENTRIES >= begun and all(map(_is_entry, lines[at - _ENTRIES + 1 : at + 1])):
        return at - _ENTRIES + 1
    weight, first = 0, at
    while first > begun and not (is_prose(lines[first]) or _is_statement(lines[first])):
        weight += _BUTTON if is_toolbar(lines[first]) else 1
        if weight >= _SHORT_LINES:
            return first
        first -= 1
    return None


def _is_entry(line: str) -> bool:
    return bool(BULLET.match(line)) and not ends_sentence(line)


def _is_statement(line: str) -> bool:
    """Short lines that still say something: 成人票：60元; 下周一，."""
    return line[-1] in "，。！？；：,!?;:”」" or any(mark in line for mark in "：:，,、")


def _text_follows(lines: Sequence[str], at: int) -> bool:
    return any(_paragraphs_at(lines, below, _AFTER_LIST) for below in range(at + 1, at + _REACH))


def _paragraphs_at(lines: Sequence[str], at: int, count: int) -> bool:
    following = lines[at : at + count]
    return len(following) == count and all(len(line) >= _PARAGRAPH and ends_sentence(line) for line in following)


def _without_tags(lines: Sequence[str], start: int, end: int) -> int:
    """Above the end stand keywords, counters and buttons; the text ends with a sentence or in a bracket."""
    last = end
    while last > start and (is_toolbar(lines[last - 1]) or is_menu(lines[last - 1]) or line_rule(lines[last - 1])):
        last -= 1
    tags = last
    while tags > start and not (is_prose(lines[tags - 1]) or lines[tags - 1][-1] in _CLOSED):
        tags -= 1
    return tags if start < tags and last - tags <= _TAGS else last


def advertisements(lines: Sequence[str]) -> set[int]:
    """The lines of advertisement cards: from 广告 to the × that closes it."""
    cards: set[int] = set()
    for close, line in enumerate(lines):
        if line in ("×", "x", "X"):
            card = range(max(close - 3, 0), close)
            cards.update(range(next((at for at in card if lines[at].startswith("广告")), close), close + 1))
    return cards
