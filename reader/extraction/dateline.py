"""The line that says when and where a text appeared: 2024-05-16 17:02 新京报, 来源：经济日报2023-04-12 09:51."""

import re
from collections.abc import Sequence

from reader.extraction.bylines import authors_in
from reader.extraction.dates import dates_in, without_date
from reader.extraction.moments import published_in
from reader.extraction.sources import is_medium, source_in

LONGEST = 110
# What a label says is no part of the rest; nor are counters and buttons.
_LABELLED = re.compile(
    r"(?:作\s*者|[编編]\s*[辑輯]|(?:责任?|責任?)[编編][辑輯]?|选稿|浏览(?:次数|量)?|点击(?:数|量)?|阅读(?:次数|量)?|字[号體体]|(?:稿件|信息|文章)?[来來]\s*源(?:于|自)?|稿源|供稿(?:单位)?|[来來]稿单位|发布单位|媒[体體]|出[处處]|[记記]者|通[讯訊][员員])\s*[:：]\s*[^\s|｜]*"
    r"|(?:[发發][布佈表]|[发發]稿|更新|[发發]文|成文|上[传傳]|日期|[时時][间間]|出版)\s*(?:[时時][间間]|日期|于|：|:)*\s*[:：]?|最[后後]更新|来自[^\s|]{0,8}|发布于.*"
    r"|[\d,]+\s*[条次人个]?\s*(?:评论|参与|阅读|浏览|跟贴)(?:\s*\d+\s*评论)?|次(?:阅读|浏览)"
    r"|(?:原创|转载|首发|优质原创作者|举报|分享(?:到)?|字[号体]|打印|收藏|评论|纠错|我要|有话说|微[博信]|QQ空间|大|中|小|A[-+]?|正文|阅读|讯)(?=[\s:：|·]|$)"
)
_SEPARATORS = re.compile(r"[\s|｜·•,，/()（）\[\]【】:：>]+")
_SENTENCE = re.compile("[。！？；!?]")
_NAME = re.compile(r"[\w·－—-]*[\u3400-\u9fff][\w·－—-]*$")
_NAME_LENGTHS = range(2, 17)
_REST = 24
# A title that names a house goes on longer.
_MEDIUM_LENGTH = 18


def is_dateline(line: str) -> bool:
    """A date, and beside it hardly more than names and counters."""
    return len(line) <= LONGEST and bool(dates_in(line)) and _is_short(rest_of(line))


def _is_short(rest: str) -> bool:
    return len(rest) <= _REST and not _SENTENCE.search(rest)


def rest_of(line: str) -> str:
    """What the line says beside its date and its labelled statements."""
    return " ".join(_SEPARATORS.sub(" ", _LABELLED.sub(" ", without_date(line))).split())


def source_of(line: str) -> str:
    """The source a dateline names, with a label or beside the date."""
    labelled = source_in(line)
    if labelled:
        return labelled
    names = [name for name in rest_of(line).split() if _NAME.match(name) and len(name) in _NAME_LENGTHS]
    return next(iter(names), "")


def medium_in(line: str) -> str:
    """The medium that a line between title and date names: 经济日报, 王某/中国青年报; "" where it is none."""
    name = re.split(r"[/／]", line)[-1].strip()
    return name if len(name) <= _MEDIUM_LENGTH and is_medium(name) and not authors_in(line) else ""


def medium_beside(lines: Sequence[str]) -> str:
    """The medium that stands without a label beside a date, on its line or on the one above or below."""
    for at, line in enumerate(lines):
        if is_dateline(line):
            beside = (rest_of(line).split(), lines[max(at - 1, 0) : at], lines[at + 1 : at + 2])
            named = (name for names in beside for name in names if len(name) in _NAME_LENGTHS and is_medium(name))
            return next(named, "")
    return ""


def is_timed(line: str) -> bool:
    moment = published_in(line)
    return bool(moment and moment[1] != "day")
