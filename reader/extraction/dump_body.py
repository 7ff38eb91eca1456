"""Where the text of a plain-text page ends, and what stands inside it that is not text."""

from collections.abc import Sequence

from reader.extraction.boilerplate import LineRule
from reader.extraction.dump_lines import BULLET, ends_sentence, is_menu, is_prose, is_toolbar, line_rule

# A list of links: so many entries in a row, or short lines without a sentence among them.
_ENTRIES, _SHORT_LINES = 4, 12
# An interruption ends where so many paragraphs follow at once, of this length at least.
_PARAGRAPHS, _PARAGRAPH = 3, 40


def find_end(lines: Sequence[str], start: int) -> int:
    """The index after the last body line: at the first line that ends a text, without the tags above it."""
    begun, entries, short = False, 0, 0
    for at in range(start, len(lines)):
        line = lines[at]
        rule = line_rule(line)
        if begun and rule and rule.ends and not _goes_on(lines, at, rule):
            return _without_tags(lines, start, at)
        begun = begun or is_prose(line)
        entries = entries + 1 if BULLET.match(line) and not ends_sentence(line) else 0
        short = 0 if is_prose(line) or _is_statement(line) else short + 1
        if begun and (entries >= _ENTRIES or short >= _SHORT_LINES):
            return _without_tags(lines, start, at + 1 - max(entries, short))
    return _without_tags(lines, start, len(lines))


def advertisements(lines: Sequence[str]) -> set[int]:
    """The lines of advertisement cards: from 广告 to the × that closes it."""
    cards: set[int] = set()
    for close, line in enumerate(lines):
        if line in ("×", "x", "X"):
            opening = next(
                (at for at in range(close - 1, max(close - 4, -1), -1) if lines[at].startswith("广告")), None
            )
            cards.update(range(close if opening is None else opening, close + 1))
    return cards


def _is_statement(line: str) -> bool:
    """Short lines that still say something: 成人票：60元; 下周一，."""
    return line[-1] in "，。！？；：,!?;:”」" or any(mark in line for mark in "：:，,、")


def _goes_on(lines: Sequence[str], at: int, rule: LineRule) -> bool:
    """Whether the list's heading only interrupts the text: whole paragraphs follow it without a title among them."""
    following = lines[at + 1 : at + 1 + _PARAGRAPHS]
    whole = [line for line in following if len(line) >= _PARAGRAPH and ends_sentence(line)]
    return rule.opens and len(whole) == _PARAGRAPHS


def _without_tags(lines: Sequence[str], start: int, end: int) -> int:
    """Above the end stand keywords, counters and buttons; the text ends with a sentence or in a bracket."""
    last = end
    while last > start and (is_toolbar(lines[last - 1]) or is_menu(lines[last - 1]) or line_rule(lines[last - 1])):
        last -= 1
    tags = last
    while tags > start and not (is_prose(lines[tags - 1]) or lines[tags - 1][-1] in "。！？!?”’」』》)）…"):
        tags -= 1
    return tags if start < tags and last - tags <= _TAGS else last


_TAGS = 3
