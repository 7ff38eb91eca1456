"""Numbers that a text states: value, scale, unit, bound, date; whether they are target, result or comparison."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.findings import amounts
from reader.text.findings.amounts import CHINESE, DIGITS, MEASURES, SCALES, UNITS
from reader.text.sentences import sentences

_NUMBER = rf"[{DIGITS}]{{1,3}}(?:[,，][{DIGITS}]{{3}})+(?:[.．][{DIGITS}]+)?|[{DIGITS}]{{1,15}}(?:[.．][{DIGITS}]+)?"
_SCALE = "|".join(SCALES)
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_MEASURE = "|".join(sorted(MEASURES.split(), key=len, reverse=True))
_REACH = r"\s?(?:—{1,2}|－|–|-|~|～|至|到)\s?"
_AFTER = "以上|以下|以内|之内|左右|上下|多|余"
_CANDIDATE = re.compile(
    rf"(?P<low>{_NUMBER})(?P<more>[多余]?)\s?(?P<scale>{_SCALE})?(?P<more2>[多余]?)(?P<unit>{_UNIT})?"
    rf"(?:{_REACH}(?P<high>{_NUMBER})(?P<hscale>{_SCALE})?(?P<hunit>{_UNIT}))?(?:[（(]含[）)])?(?P<after>{_AFTER})?"
    rf"|(?P<fraction>[{CHINESE}]{{1,7}}分之[{CHINESE}点]{{1,9}})(?P<fafter>{_AFTER})?"
    rf"|(?P<double>翻[一两二三四]?番|翻了?[一两二三四]番)(?P<dafter>{_AFTER})?"
    rf"|(?P<chinese>(?:[一二三四五六七八九两][{CHINESE}]{{0,12}}|十[{CHINESE}]{{0,12}})(?:点[一二三四五六七八九〇零]{{1,6}})?)(?P<cmore>[多余]?)"
    rf"(?P<cscale>万亿|亿|万)?(?P<cunit>{_MEASURE})(?P<cafter>{_AFTER})?"
)
_BOUNDS = (
    ("at_least", "不低于|不少于|不小于|不得少于|不得低于|至少|大于等于"),
    ("at_most", "不超过|不高于|不多于|不大于|不得超过|不得高于|未超过|没有超过|未逾|至多|最多|最高|最长|控制在"),
    ("over", "超过|超|突破|高于|大于|多于|逾"),
    ("under", "低于|少于|不足|不到|小于"),
    ("near", "将近|接近|近"),
    ("about", "大约|约|约为"),
)
_AFTER_BOUNDS = {
    **dict.fromkeys(("以上",), "at_least"),
    **dict.fromkeys(("以内", "之内", "以下"), "at_most"),
    **dict.fromkeys(("左右", "上下"), "about"),
    **dict.fromkeys(("多", "余"), "over"),
}
_VERB = (
    r"年均|平均|累计|共计|总计|增长|增加|提高|提升|上升|扩大|下降|降低|减少|缩短|回落|压减|增|降|升|达到|达|实现|完成|新增|"
    r"突破|同比|环比|占|为|到|至|了|幅度"
)
_BEFORE = re.compile(rf"(?:(?:{_VERB})[ ]?)*(?:{'|'.join(words for _, words in _BOUNDS)})?(?:{_VERB})?[ ]?$")
# Of these alone a number says nothing more.
_BARE = re.compile(r"^[到至了为占]+")
_CHANGE = re.compile(
    r"(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|缩短|回落|压减|增|降|升)(?:了|约|近|超过?|幅度|超)*[ ]?$"
)
_COMPARED = re.compile(r"同比|环比|比上年|比去年|较上年|较去年|比上月|相比|年均增长|年均下降|[比较]\d{4}年")
_TARGET = re.compile(
    r"目标|力争|争取|预期|到20\d\d年(?!底?以?来)|(?<!年度)(?<!五年)计划(?=[到在建新投用])|拟(?!定)|确保|规划(?=[到在建新投])|将(?=达|超|增|建|实|新|提|降|扩)|要(?=达|求|在|到|确|力|实)|预计|"
    r"安排|控制在|“?十[四五六七]五”?末"
)
_RESULT = re.compile(r"已(?:经|有)?|完成|实现|累计|达到|达|突破|共有|建成|新增")
_DATE = re.compile(
    rf"[12１２][{DIGITS}]{{3}}(?:(?:—|－|-|–|~|至|到)[12１２][{DIGITS}]{{3}})?年(?!第?[{DIGITS}]+[期号])(?:[{DIGITS}]{{1,2}}月(?:[{DIGITS}]{{1,2}}日)?|底|末|上半年|"
    r"下半年|[一二三四]季度|第[一二三四]季度)?|今年|去年|前年|明年|上年|本年|近年|“?十[一二三四五六]五”?(?:时期|期间|末)?"
)
# What digits in these places are is no amount: an ordinal, a date, a name.
_NOT_BEFORE = re.compile(r"(?:第|[A-Za-z＊*./:：_\-]|[0-9０-９][—－–-]|[〔\[（(]|No\.?|GDP\d?)\s?$")
_NOT_AFTER = re.compile(
    r"\s?(?:月(?!均)|日(?!均|元)|号|號|时|點|点(?!位)|[〕\]]|世纪|年代|[A-Za-z]|[:：]\d|度(?:电|以))"
)
AROUND = 14
# How far before its number the word of a result stands.
NEAR = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end), with the words that belong to it. `low` counts in units, not in scales; `high` is the
    other end of a range. `bound` is "", at_least, over, at_most, under, near or about; `aim` is "", target, result or
    comparison; `date` are the text's own words; `before`, `written`, `scale` and `after` too."""

    start: int
    end: int
    low: float
    high: float | None = None
    unit: str = ""
    scale: str = ""
    bound: str = ""
    aim: str = ""
    date: str = ""
    before: str = ""
    written: str = ""
    after: str = ""


def numbers(text: str) -> list[Number]:
    """In order, each with what its own sentence says of it."""
    return [found for start, end in sentences(text) for found in _in_sentence(text[start:end], start)]


def _in_sentence(said: str, offset: int) -> Iterator[Number]:
    for match in _CANDIDATE.finditer(said):
        found = _read(said, match)
        if found:
            yield _told(said, match, found, offset)


@dataclass(frozen=True, slots=True)
class _Amount:
    low: float
    unit: str
    high: float | None = None
    scale: str = ""
    after: str = ""


def _read(said: str, match: re.Match[str]) -> _Amount | None:
    """None where the figures are no amount."""
    if match["low"]:
        return _of_digits(said, match)
    try:
        return _of_words(said, match)
    except (ValueError, KeyError):
        return None


def _of_digits(said: str, match: re.Match[str]) -> _Amount | None:
    unit, scale = match["hunit"] or match["unit"] or "", match["scale"] or match["hscale"] or ""
    if (
        not (unit or scale)
        or _is_date(match, unit)
        or _NOT_BEFORE.search(said[max(0, match.start() - 5) : match.start()])
    ):
        return None
    if not match["unit"] and not match["high"] and _NOT_AFTER.match(said, match.end()):
        return None
    more = match["more"] or match["more2"]
    low = amounts.of_digits(match["low"]) * SCALES.get(scale, 1)
    high = amounts.of_digits(match["high"]) * SCALES.get(match["hscale"] or "", 1) if match["high"] else None
    return _Amount(low, _plain(unit), high, scale, match["after"] or more)


def _is_date(match: re.Match[str], unit: str) -> bool:
    """1949年 is a date, 30年 lasts."""
    return unit == "年" and not match["scale"] and len(match["low"]) == 4 and match["low"][0] in "12１２"


def _of_words(said: str, match: re.Match[str]) -> _Amount | None:
    if match["fraction"]:
        value, unit = amounts.of_fraction(match["fraction"])
        return _Amount(value, unit, after=match["fafter"] or "")
    if match["double"]:
        times = re.sub(r"[翻了番]", "", match["double"]) or "一"
        return _Amount(2 ** amounts.of_chinese(times), "倍", after=match["dafter"] or "")
    return _of_chinese(said, match)


def _of_chinese(said: str, match: re.Match[str]) -> _Amount | None:
    written, unit, scale = match["chinese"], match["cunit"], match["cscale"] or ""
    if unit in ("万", "亿"):
        scale, unit = unit, ""
    counted = bool(scale) or (len(written) > 1 and set(written) & set("十百千"))
    if said[max(0, match.start() - 1) : match.start()] in ("第", "十", "初") and match.start():
        return None
    if not counted and unit not in ("个百分点", "百分点", "倍", "成"):
        return None
    value = amounts.of_chinese(written) * SCALES.get(scale, 1)
    return _Amount(value, _plain(unit), None, scale, match["cafter"] or match["cmore"])


def _plain(unit: str) -> str:
    return {
        "％": "%",
        "百分点": "个百分点",
        "個百分點": "个百分点",
        "畝": "亩",
        "噸": "吨",
        "個": "个",
        "平方千米": "平方公里",
    }.get(unit, unit)


def _told(said: str, match: re.Match[str], found: _Amount, offset: int) -> Number:
    start, end = match.span()
    before = _before(said, start)
    date = _date(said, start, end)
    return Number(
        offset + start - len(before), offset + end, found.low, found.high, found.unit, found.scale,
        _bound(before, found.after), _aim(said, start, found.unit, before), date, before.strip(),
        match[0].removesuffix(found.after), found.after,
    )  # fmt: skip


def _before(said: str, start: int) -> str:
    match = _BEFORE.search(said[max(0, start - AROUND) : start])
    return _BARE.sub("", match[0]) if match else ""


def _bound(before: str, after: str) -> str:
    if after:
        return _AFTER_BOUNDS[after]
    return next((name for name, words in _BOUNDS if re.search(f"(?:{words})", before)), "")


def _aim(said: str, start: int, unit: str, before: str) -> str:
    """By the words before the number, in its sentence."""
    ahead = said[max(0, start - 60) : start]
    if _TARGET.search(ahead):
        return "target"
    if unit == "个百分点" or _CHANGE.search(before) or _COMPARED.search(said[max(0, start - 16) : start]):
        return "comparison"
    return "result" if _RESULT.search(ahead[-NEAR:]) else ""


def _date(said: str, start: int, end: int) -> str:
    """The day, year or period last named before the number, in its sentence."""
    named = [match[0] for match in _DATE.finditer(said, max(0, start - 120), start)]
    return named[-1].strip("“”") if named else ""
