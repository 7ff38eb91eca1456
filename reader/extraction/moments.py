"""What a line's dates are dates of: when the text was published, changed, signed; or of something else."""

import re
from datetime import datetime
from typing import Literal

from reader.extraction.dates import Dated, dates_in
from reader.extraction.page import Precision

# `published` has a label that says so, `dated` has none; `other` is of a meeting, a law's coming into force …
Sense = Literal["published", "dated", "updated", "signed", "other"]
Moment = tuple[datetime, Precision]

_TIME = r"(?:[时時]\s*[间間]|日\s*期|[于於至为為]|期限?|on){0,2}"
# The label right before a date. The first that fits counts; an unknown 某某时间 leaves its date without a sense.
_LABELS: tuple[tuple[Sense, str], ...] = (
    ("updated", "更\\s*新|修改|修訂|修订|最[后後]编辑|updated|modified|revised"),
    (
        "other",
        "实施|實施|施行|生效|失效|废止|廢止|有效|截止|截至|开始|開始|结束|結束|会议|會議|活动|活動|举办|拍摄|报名|考试|来信|收文|答复",
    ),
    ("signed", "成\\s*文|发\\s*文|發文|印\\s*发|印發|签\\s*发|簽發|签署|生成|制发|制定|形成"),
    (
        "published",
        "[发發]\\s*[布佈]|[发發]\\s*表|[发發]稿|刊[发發登]|公\\s*[开開]|上[传傳网網线]|录入|添加|出版|播出|[创創]建|published|posted|pubdate"
        "|(?<![\\w])(?:日\\s*期|[时時]\\s*[间間]|date|time)",
    ),
)
_BEFORE = tuple(
    (sense, re.compile(rf"(?:{words})\s*{_TIME}\s*[:：|｜]?\s*[“\"(（]?\s*$", re.IGNORECASE))
    for sense, words in _LABELS
)
# The verb right behind it: 2024年5月10日印发, 2024-05-13 09:30 发布.
_VERBS: tuple[tuple[Sense, str], ...] = (
    ("updated", "更新|修改"),
    ("signed", "印[发發]"),
    ("published", "(?:[发發][布佈表]|刊[发發])(?=[\\s|｜)）]|$)"),
    (
        "other",
        "起?(?:施行|实施|生效)|[前后後]|至|[—~～]|通过|修[正订]|公布|批准|废止|.{0,30}(?:通过|公布|批准|修[正订])[)）]?$",
    ),
)
_BEHIND = tuple((sense, re.compile(rf"\s*(?:{words})")) for sense, words in _VERBS)
_REACH = 24


def moments_in(text: str) -> dict[Sense, Moment]:
    """Of each sense the first date in the text."""
    found: dict[Sense, Moment] = {}
    end = 0
    for dated in dates_in(text):
        sense = _sense(text, dated, end)
        moment = (dated.moment, dated.precision)
        found.setdefault(sense, moment)
        end = dated.end
    return found


def published_in(text: str) -> Moment | None:
    """When the text appeared, as far as the line says: by a label, else by a date without one, else when it was last
    changed. Never when it was signed, nor a date of something else."""
    moments = moments_in(text)
    return moments.get("published") or moments.get("dated") or moments.get("updated")


def _sense(text: str, dated: Dated, after: int) -> Sense:
    before, behind = text[max(after, dated.start - _REACH) : dated.start], text[dated.end : dated.end + 2 * _REACH]
    for sense, label in _BEFORE:
        if label.search(before):
            return sense
    return next((sense for sense, verb in _BEHIND if verb.match(behind)), "dated")
