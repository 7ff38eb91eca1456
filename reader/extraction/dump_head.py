"""Where a plain-text page has its title and the line that says when and where; and where its text begins.

A page's dump starts with menus of any length, so the place is found by its shape: a title-like line, soon below it
a date with a source or a time of day, soon below that prose. Each sign has its weight; the sum decides.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reader.extraction.credits import credit_line
from reader.extraction.dateline import is_dateline, is_timed, medium_in, rest_of
from reader.extraction.dump_lines import (
    BULLET,
    LABEL,
    bare,
    is_bar,
    is_menu,
    is_paragraph,
    is_prose,
    is_telling,
    is_toolbar,
    line_rule,
    titled,
)
from reader.extraction.dump_run import LISTS, Weights

# So far a title stands above its date, a text begins below it, and buttons go on in between.
_ABOVE, _BELOW, _BUTTONS = 12, 30, 45
# Only so many dates are looked at: the article's is among the first, whatever lists follow.
_DATES = 200
# So many of the best dates are tried; the text below one must not be so many times shorter than the longest run of
# prose on the page. It costs a text the comments below it are so many times longer than; usually they are in pieces.
_TRIED, _SHARE = 5, 6
_TITLE_LENGTHS = range(4, 81)
# So far into the longest run of prose a date may stand: below a lead.
_INTO = 6
_NO_TITLE = re.compile(
    r"^(?:索\s*引\s*号|发文|文\s*号|成文|公开|信息|主题|有\s*效|废止|组配)\S{0,4}\s*[:：]|微信(?:公众)?号|^[A-Za-z0-9_-]+$|^[^《“]{1,12}\s*[>＞›»]+\s*\S|https?://|(?:19|20)\d\d-\d\d-\d\d|^首页|[\s】](?:分享|打印|收藏)(?:[\s【]|$)|^【?(?:分享|打印)"
)
# The table of a government's document, above its title; so many of its lines in a row of so many are one.
INDEX = re.compile(
    r"(?:索\s*引\s*号|统一编号|文\s*号|发文字号|(?:发文|发布|制发|公开)(?:机关|机构|单位)|(?:成文|发布|发文|生成|公开|实施|失效)日期|文件状态|有\s*效\s*性|主题(?:分类|词)|信息类别|组配分类|公开(?:方式|范围)|体裁分类|名\s*称)\s*[:：]"
)
_ROWS, _TABLE = 3, 12
_OF_ACCOUNT = re.compile(r"功能介绍|微信号|账号简介|简介|[A-Za-z0-9_-]+$")
# Where an account's author was, as platforms say below the time. It costs a text a first line that is nothing else.
_PLACE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国香港|中国澳门|中国台湾"
)
_GOES_ON = re.compile(r"[，。！？；,!?;：:…][”’」』》)）]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The lines' indexes: `title` and `told` are None where nothing was found, `start` is the body's first.

    `written`: nothing shows that a portal made the text; somebody wrote it.
    """

    title: int | None
    told: int | None
    start: int
    written: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The page's lines, how often each says the same, and all of the opening ones in one; what they weigh, and the
    first line and the end of the longest run of prose."""

    all: Sequence[str]
    times: Counter
    opening: str
    run: tuple[int, int]
    sums: Sequence[float]


def find_head(lines: Sequence[str], weights: Weights) -> Head:
    """The best date with a title above it and the text below it; else the title above the longest run of prose; else
    a text somebody wrote."""
    first, end = weights.heaviest()
    sums = weights.sums()
    opening = "\n".join(bare(line[:200]) for line in lines[:60])
    known = Lines(lines, Counter(map(bare, lines)), opening, (first, end), sums)
    if (title := _below_index(lines, first)) is not None:
        return Head(title, None, _start(lines, title + 1, lines[title]))
    rated = sorted((_rate_date(known, at, rank), -at) for rank, at in enumerate(_dates(lines, first)))
    for rating, at in reversed(rated[-_TRIED:]):
        head = _told(known, -at)
        if rating > _LEAST and weights.heaviest_from(head.start) * _SHARE >= sums[end] - sums[first]:
            return head
    return _untold(known)


def _below_index(lines: Sequence[str], run: int) -> int | None:
    """The title right below a document's table, above the longest run of prose."""
    rows = [at for at, line in enumerate(lines[: run + _INTO]) if INDEX.match(BULLET.sub("", line))]
    if len(rows) < _ROWS or rows[-1] - rows[0] > _TABLE:
        return None
    return next((at for at in range(rows[-1] + 1, min(rows[-1] + _INTO, len(lines))) if may_be_title(lines[at])), None)


def _told(known: Lines, told: int) -> Head:
    title = _title_above(known, told)[0]
    lead = next((at for at in range(told if title is None else title + 1, told) if _is_lead(known.all, at)), None)
    if lead is not None:
        return Head(title, told, lead)
    return Head(title, told, _start(known.all, told + 1, known.all[title] if title is not None else ""))


def _is_lead(lines: Sequence[str], at: int) -> bool:
    """A paragraph above the date, other than what an account says of itself."""
    return is_paragraph(lines[at]) and not any(map(_OF_ACCOUNT.match, lines[max(at - 1, 0) : at + 1]))


def _dates(lines: Sequence[str], first: int) -> list[int]:
    """The places of the page's first dates, and of those right above the longest run of prose."""
    near = range(max(first - _BUTTONS, 0), min(first + _INTO, len(lines)))
    dates = list(islice((at for at, line in enumerate(lines) if is_telling(line)), _DATES))
    return dates + [at for at in near if dates and at > dates[-1] and is_telling(lines[at])]


# What each sign of the article's own date is worth.
_TIMED, _LABELLED, _LISTED, _WORDY, _IN_LIST, _NO_PROSE, _BELOW_TEXT, _LATER, _LATEST, _LEAST = (
    2.0,
    2.0,
    -1.5,
    -2.0,
    -2.0,
    -5.0,
    -6.0,
    -0.5,
    -3.0,
    3.0,
)
_PROSE_EACH, _PROSE_MOST, _WORDS = 100, 4.0, 14


def _rate_date(known: Lines, at: int, rank: int) -> float:
    line = known.all[at]
    prose = sum(len(below) for below in known.all[at + 1 : at + _BELOW] if is_prose(below) or _goes_on(below))
    return (
        _title_above(known, at)[1]
        + (_TIMED if is_timed(line) else 0)
        + (_LABELLED if LABEL.search(line) else 0)
        + (_LISTED if BULLET.match(line) else 0)
        + (_WORDY if len(rest_of(line)) >= _WORDS else 0)
        + (
            min(prose / _PROSE_EACH, _PROSE_MOST)
            if prose
            else _NO_PROSE
            if known.sums[known.run[1]] - known.sums[known.run[0]] > _PROSE_EACH
            else 0
        )
        + (_IN_LIST if _is_in_list(known.all, at) else 0)
        + (_BELOW_TEXT if _is_below_text(known, at) else 0)
        + max(rank * _LATER, _LATEST)
    )


def _is_below_text(known: Lines, at: int) -> bool:
    """Whether most of the longest run of prose stands above this line."""
    first, end = known.run
    above, below = known.sums[at] - known.sums[first], known.sums[end] - known.sums[min(at, end)]
    return at > first and below < above


def _is_in_list(lines: Sequence[str], at: int) -> bool:
    """Whether another title and another date follow at once, as in lists and comments."""
    below = lines[at + 1 : at + 4]
    later = next((place for place, line in enumerate(below) if is_dateline(line)), 0)
    return any(may_be_title(line) for line in below[:later])


def _title_above(known: Lines, at: int) -> tuple[int | None, float]:
    """The likeliest title within reach above `at`, and how likely."""
    rated = [
        (_rate_title(known, place) - (at - place) * _AWAY, place)
        for place in range(max(0, at - _ABOVE), at)
        if may_be_title(known.all[place])
    ]
    rating, place = max(rated, default=(0.0, -1))
    return (place, rating) if place >= 0 else (None, _UNTITLED)


# What each sign of a title is worth; `_AWAY` for each line between it and the date.
_REPEATED, _LONG, _QUOTING, _BULLETED, _SENTENCE, _MEDIUM, _AWAY, _UNTITLED = 4.0, 2.5, 1.0, -2.5, -2.5, -3.0, 0.6, -3.0
_LONG_ENOUGH = 9


def may_be_title(line: str) -> bool:
    said = titled(line)
    return (
        len(bare(said)) in _TITLE_LENGTHS
        and not (line_rule(line) or is_toolbar(line) or is_menu(line) or is_telling(line) or credit_line(said))
        and not (said[-1] in "，,；;>" or is_bar(line) or _NO_TITLE.search(line))
    )


def _rate_title(known: Lines, place: int) -> float:
    line = titled(known.all[place])
    said = bare(line)
    above = bare(known.all[place - 1]) if place else ""
    in_list = len(above) >= _LONG_ENOUGH and known.times[above] > 1
    repeated = len(said) >= _LONG_ENOUGH and not in_list and (known.times[said] > 1 or known.opening.count(said) > 1)
    return (
        (_REPEATED if repeated else 0)
        + (_LONG if len(said) >= _LONG_ENOUGH else 0)
        + (_QUOTING if re.search("[“”《》：:？！?!|丨｜]", line) else 0)
        + (_BULLETED if BULLET.match(known.all[place]) else 0)
        + (_SENTENCE if line[-1] == "。" or len(re.findall("[,，、。]", line)) >= 4 else 0)
        + (_MEDIUM if medium_in(line) or (re.search("记者|通讯员", line) and len(line) < 20) else 0)
    )


# Below some line that is no button these end a text, be it a poem without a full stop.
_CLOSING = {"copyright", "editor_line", "pager", "source_line"}


def _start(lines: Sequence[str], after: int, title: str) -> int:
    """The first line below the title's buttons: what follows the last of them before the text goes on; below the
    first of them where it never does, as verse and lists do not."""
    start = first = after
    for at in range(after, min(after + _BUTTONS, len(lines))):
        line = lines[at]
        rule = line_rule(line)
        if rule and rule.name in _CLOSING and at > start:
            break
        if rule and rule.name in LISTS:
            start = at
        elif _is_button(line, title):
            first = at + 1 if first == at else first
            start = at + 1
        elif is_prose(line) or _goes_on(line):
            return start
    return first


def _goes_on(line: str) -> bool:
    return bool(_GOES_ON.search(line[-10:])) and not BULLET.match(line)


def _is_button(line: str, title: str) -> bool:
    listed = bool(BULLET.match(line)) and len(line) <= 12
    known = (
        is_toolbar(line) or is_bar(line) or line_rule(line) or is_telling(line) or is_menu(line) or credit_line(line)
    )
    return bool(listed or known or _PLACE.fullmatch(line) or bare(line) == bare(title) != "")


def _untold(known: Lines) -> Head:
    """No date above the text: a row of buttons tells the title above it as well."""
    lines, first = known.all, known.run[0]
    if not any(line_rule(line) or is_menu(line) or is_bar(line) for line in lines[:_DATES]):
        return _written(lines)
    if first == known.run[1]:
        return Head(None, None, len(lines)) if any(map(is_menu, lines[:_DATES])) else Head(None, None, 0, written=True)
    bars = [at for at in range(max(first - _ABOVE, 0), first) if is_bar(lines[at])]
    title = _title_above(known, bars[-1] if bars else first)[0]
    return Head(title, None, first if title is None else _start(lines, title + 1, lines[title]))


def _written(lines: Sequence[str]) -> Head:
    """A text somebody wrote: a short line right at the top is its title, and nothing is lost."""
    titled = len(lines) > 1 and len(lines[0]) < _TITLE_LENGTHS.stop and lines[0][-1] not in "。；;，,"
    bylined = titled and len(lines) > 2 and bool(credit_line(lines[1]))
    return Head(0 if titled else None, None, 2 if bylined else int(titled), written=True)
