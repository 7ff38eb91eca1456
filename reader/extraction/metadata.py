"""What the lines around the text say of it: source, time, authors, editor, channel."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from reader.extraction.page import Author, Precision

SHANGHAI = ZoneInfo("Asia/Shanghai")

TIME = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s{0,3}[-年./]\s{0,3}(?P<month>\d{1,2})\s{0,3}[-月./]\s{0,3}(?P<day>\d{1,2})日?"
    r"(?:,?\s{0,3}(?:(?:星期|週|周)[一二三四五六日天]|格林尼治标准时间))?"
    r"(?:[\sT|　]{0,9}(?P<half>[上下]午)?\s?(?P<hour>\d{1,2})[:：](?P<minute>\d\d)(?:[:：](?P<second>\d\d))?)?"
)
_END = (
    r"(?=\s|\||｜|[(（]|(?:19|20)\d\d\s*[-年./]|$"
    r"|作者|编辑|责编|责任|字号|字体|评论|记者|发布|时间|参与|我要|浏览|点击|阅读|手机|分享|【|\[)"
)
_SOURCE = re.compile(
    rf"(?:稿件|文章|信息|新闻|本文)?(?:(?:来\s*源|来自)\s*[:：]\s*|(?:(?<=[\s|｜])|^|(?<=本文))来源于?(?=[A-Z\u3400-\u9fff]))(?P<source>[^\s|｜]+?){_END}"
)
_BYLINE = re.compile(r"^[(（]?(?:作\s*者|署名|文)\s*[:：/]\s*(?P<names>.+?)[)）]?$")
_EDITOR = re.compile(
    r"(?:责任编辑|责\s*编|本文编辑|网络编辑|编\s*辑)\s*[:：]\s*(?P<editor>[A-Z][a-z]+\s[A-Z][a-z]+|[^\]】)）\s]+(?:[、,，][^\]】)）\s]+)*(?:\s[A-Z]{2}\d{2,4})?)"
)
_NEXT_ROLE = re.compile(r"(?<=.)(?:责任编辑|责编|编辑|校对|审核|监制|主编|发布)\s*[:：]")
_NOT_TELLING = re.compile(r"[。！？；]")
_OPENING, _CLOSING = "(（", ")）"


def published_in(text: str) -> tuple[datetime, Precision] | None:
    """The first date in the text that exists, with the finest unit given."""
    for match in TIME.finditer(text):
        fields = {name: int(value) for name, value in match.groupdict().items() if value and name != "half"}
        if match["half"] == "下午" and fields["hour"] < 12:
            fields["hour"] += 12
        try:
            moment = datetime(tzinfo=SHANGHAI, **fields)
        except ValueError:
            continue
        precision: Precision = "second" if "second" in fields else "minute" if "minute" in fields else "day"
        return moment, precision
    return None


def source_in(text: str) -> str:
    match = _SOURCE.search(text)
    return match["source"] if match else ""


def editor_in(text: str) -> str:
    """The first where several are told, however close together: 编辑：甲责任编辑：乙."""
    match = _EDITOR.search(text)
    return _NEXT_ROLE.split(match["editor"])[0] if match else ""


def authors_in(line: str) -> tuple[Author, ...]:
    """The authors of a byline (作者：甲、乙（某大学教授）), or none when the line is not one."""
    match = _BYLINE.match(line.strip())
    if not match:
        return ()
    names = match["names"]
    if names.count("（") + names.count("(") > names.count("）") + names.count(")"):
        names += "）"
    return tuple(_author(part) for part in _split(names) if part.strip())


def _split(names: str) -> list[str]:
    """Split at 、 , and white space outside brackets."""
    parts, depth = [""], 0
    for sign in names:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth <= 0 and sign in "、，, \u3000":
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _author(part: str) -> Author:
    part = part.strip()
    opening = next((place for place, sign in enumerate(part) if sign in _OPENING), -1)
    if opening < 0 or part[-1] not in _CLOSING:
        return Author(part)
    affiliation = part[opening + 1 : -1].strip()
    for said in ("系", "单位：", "单位:", "作者单位：", "作者单位:"):
        affiliation = affiliation.removeprefix(said)
    return Author(part[:opening].strip(), affiliation)


def channel_in(line: str) -> tuple[str, ...]:
    """The steps of a breadcrumb without 正文."""
    line = re.sub(r"^您?(?:现在|当前)?的?位置\s*[:：]", "", line.strip())
    steps = [step.strip() for step in re.split(r"[>›»/]+", line)]
    return tuple(step for step in steps if step and step != "正文")


def tell(told: dict, line: str, *, strictly: bool = False) -> bool:
    """Add to `told` what the line says of source, time, authors and editor, unless known; whether it says any.

    `strictly`: only a line that is nothing but such statements counts, never a sentence with a date in it.
    """
    if strictly and (_NOT_TELLING.search(line) or not _starts_telling(line)):
        return False
    said = {"authors": authors_in(line), "source": source_in(line), "editor": editor_in(line)}
    moment = published_in(line)
    if moment and told.get("published_precision", "day") == "day" and not (moment[1] == "day" and "published" in told):
        told["published"], told["published_precision"] = moment
    for field, value in said.items():
        if value and not told.get(field):
            told[field] = value
    return bool(moment or any(said.values()))


def _starts_telling(line: str) -> bool:
    """A date or a statement stands within the line's first words."""
    places = [match.start() for pattern in (TIME, _SOURCE, _BYLINE) if (match := pattern.search(line))]
    return bool(places) and min(places) <= 12
