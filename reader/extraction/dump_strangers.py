"""Which lines inside the text of a plain-text page are not text. A sentence stays, whatever button it begins like."""

import re
from collections.abc import Iterator, Sequence

from reader.extraction.dump_lines import is_button, is_prose, line_rule, speaks_for_the_page
from reader.extraction.dump_run import LISTS

# A list of other articles' headlines inside the text ends within so many lines, at the next sentence.
_REACH = 40
# So short is a table's cell that looks like a button; its neighbours are no longer than twice that.
_CELL = 6
# Words over a list of links that stand over a section as well; right above a paragraph they do.
_SUBHEAD = re.compile("(?:最新|今日|本周|一周|热点|头条|大家|频道|专题)")
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]|第.{1,3}[章节条部]")


def strangers(body: Sequence[str]) -> dict[int, str]:
    """The lines of the text's run that are not text, by index, each with its rule's name."""
    found = dict.fromkeys(_advertisements(body), "advertisement")
    for at, line in enumerate(body):
        rule = line_rule(line)
        if at in found or not rule or (is_prose(line) and not speaks_for_the_page(rule, line)):
            continue
        if rule.name in LISTS:
            end = _list_end(body, at + 1)
            if end > at + 1 or not _SUBHEAD.match(line):
                found.update(dict.fromkeys(range(at, end), rule.name))
        elif not _among_cells(body, at):
            found[at] = rule.name
    return _with_buttons(body, found)


def _with_buttons(body: Sequence[str], found: dict[int, str]) -> dict[int, str]:
    """The rows of buttons beside what a rule took: 分享到：, and below it 微信 微博 QQ空间."""
    for at, line in enumerate(body):
        if at not in found and at - 1 in found and " " in line and is_button(line):
            found[at] = "toolbar"
    return found


def _list_end(body: Sequence[str], first: int) -> int:
    """Where the list under a heading ends: at the text's next sentence, with the heading above that one."""
    end = next((at for at in range(first, min(first + _REACH, len(body))) if is_prose(body[at])), first)
    return end - 1 if end > first + 1 and _NUMBERED.match(body[end - 1]) else end


def _among_cells(body: Sequence[str], at: int) -> bool:
    """Whether a word like a button's stands among other short lines that are none, as in a table."""
    around = [*body[max(0, at - 2) : at], *body[at + 1 : at + 3]]
    return len(body[at]) <= _CELL and len(around) == 4 and all(map(_is_cell, around))


def _is_cell(line: str) -> bool:
    return len(line) <= _CELL * 2 and (len(line) == 1 or not (line_rule(line) or is_button(line)))


def _advertisements(lines: Sequence[str]) -> Iterator[int]:
    """The lines of advertisement cards: from 广告 to the × that closes it."""
    for close, line in enumerate(lines):
        if line in ("×", "x", "X"):
            card = range(max(close - 3, 0), close)
            yield from range(next((at for at in card if lines[at].startswith("广告")), close), close + 1)
