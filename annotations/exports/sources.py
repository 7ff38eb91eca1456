"""What a source line names: 《光明日报》（2023年04月12日 02版） is a newspaper, its date and its page."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

SerialKind = Literal["N", "J", ""]

# Names that end in 报 and are no newspaper, or are one without ending so.
_KINDS: dict[str, SerialKind] = {
    "21世纪经济报道": "N",
    "中国新闻周刊": "J",
    "人民论坛": "J",
    "人民画报": "J",
    "党建": "J",
    "前线": "J",
    "半月谈": "J",
    "南方周末": "N",
    "参考消息": "N",
    "国际先驱导报": "N",
    "学习时报": "N",
    "新华每日电讯": "N",
    "新华月报": "J",
    "旗帜": "J",
    "时事报告": "J",
    "每日经济新闻": "N",
    "求是": "J",
    "瞭望": "J",
    "秘书工作": "J",
    "第一财经周刊": "J",
    "紫光阁": "J",
    "红旗文稿": "J",
    "经济研究": "J",
    "财经": "J",
}
_NEWSPAPER = re.compile(r"报(?:海外版|农村版|周末版)?$")
_JOURNAL = re.compile(r"(?:学报|画报|月报|季刊|月刊|旬刊|周刊|半月刊|双月刊|杂志)$")
_PORTAL = re.compile(r"网|客户端|公众号|微信|微博|APP|新媒体|头条号", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
_PAGE = re.compile(r"第?\s*([A-Z]?\d{1,3})\s*版", re.IGNORECASE)
_ISSUE = re.compile(r"(\d{4})\s*(?:年|/)\s*(?:第\s*)?(\d{1,2})(?!\s*[月\d])\s*期?")
_NAME = re.compile(r"《([^》]+)》|^([^\s（(，,]+?)(?=\d{4}|[\s（(，,]|$)")
_INTRODUCTION = re.compile(r"^(?:来源|稿源|文章来源)\s*[:：]\s*")


@dataclass(frozen=True, slots=True)
class Serial:
    """A newspaper ("N"), a journal ("J") or neither (""), and where in it the text stood, as far as the line says."""

    name: str
    kind: SerialKind
    printed: date | None = None
    page: str = ""
    year: str = ""
    issue: str = ""


def read_source(line: str) -> Serial:
    """The serial a source line names; a line that names none comes back whole, with kind ""."""
    line = _INTRODUCTION.sub("", " ".join(line.split()))
    match = _NAME.search(line)
    name = (match[1] or match[2]).strip() if match else line
    name = name.removesuffix("杂志") or name
    kind = _kind(name)
    if not kind:
        return Serial(line, "")
    page, issue = _PAGE.search(line), _ISSUE.search(line)
    year, number = (issue[1], issue[2].lstrip("0")) if issue and kind == "J" else ("", "")
    return Serial(name, kind, _day(line), page[1] if page else "", year, number)


def _kind(name: str) -> SerialKind:
    if name in _KINDS:
        return _KINDS[name]
    if _PORTAL.search(name):
        return ""
    if _JOURNAL.search(name):
        return "J"
    return "N" if _NEWSPAPER.search(name) else ""


def _day(line: str) -> date | None:
    match = _DAY.search(line)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
