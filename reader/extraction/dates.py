"""Dates as pages write them: in digits, in Chinese numerals, in years of 民國, in English, as seconds since 1970."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from reader.extraction.page import Precision

SHANGHAI = ZoneInfo("Asia/Shanghai")
# A line that is nothing but a date has no more characters.
_ALONE, _LINE = 40, 120
Form = Literal["digits", "compact", "numerals", "republic", "english"]

_SPACE = r"\s{0,3}"
_HAN = "〇零○一二三四五六七八九"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# What follows the day: its name, a time of day, a zone. A zone is believed where machines write one.
_CLOCK = (
    r"(?:,?\s{0,3}(?:[(（]?(?:星期|礼拜|週|周)[一二三四五六日天][)）]?|格林尼治标准时间))?"
    r"(?:(?P<joint>[\sT|　,]{0,9}|\s+at\s+)(?P<half>上午|下午|中午|晚上|凌晨|早上)?"
    r"\s?(?P<hour>\d{1,2})\s?[:：时時点點]\s?(?P<minute>\d\d)分?"
    r"(?:[:：]?(?P<second>(?<=[:：分])\d\d)秒?)?(?:\.\d{1,6})?(?:\s?(?P<noon>[AaPp])\.?[Mm]\b)?"
    r"(?P<zone>\s?(?:GMT|UTC)(?:[+-]\d\d:?\d\d)?|\s?[+-]\d{4}(?!\d)|[+-]\d\d:\d\d|Z\b)?)?"
)
_DATES: dict[Form, str] = {
    "digits": (
        rf"(?P<year>(?:19|20)\d\d)(?:{_SPACE}[-年./－]{_SPACE}(?P<month>\d{{1,2}}){_SPACE}[-月./－]{_SPACE}(?P<day>\d{{1,2}})[日号號]?"
        r"|\s{1,3}(?P<month_>\d{1,2})\s?/\s?(?P<day_>\d{1,2})(?!\d))"
    ),
    # As machines write it: nothing else before or behind, but a label.
    "compact": r"(?:(?<!\S)|(?<=[:：]))(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\s|$)",
    "numerals": (
        rf"(?P<year>[{_HAN}]{{4}}|(?:19|20)\d\d){_SPACE}年{_SPACE}(?P<month>元|[{_HAN}十]{{1,3}})月{_SPACE}(?P<day>[{_HAN}十廿卅]{{1,3}})[日号號]"
    ),
    "republic": (
        rf"(?:中[华華])?民[国國]{_SPACE}(?P<year>元|\d{{1,3}}|[{_HAN}十百]{{1,5}}){_SPACE}[-年./]{_SPACE}(?P<month>\d{{1,2}}|[{_HAN}十]{{1,3}}){_SPACE}"
        rf"[-月./]{_SPACE}(?P<day>\d{{1,2}}|[{_HAN}十廿卅]{{1,3}})[日号號]?"
    ),
    "english": (
        rf"(?<![a-z])(?:{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)"
        rf"|(?P<day_>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH.replace('month', 'month_')}\.?,?"
        r"[\s-]+(?P<year_>(?:19|20)\d\d))"
    ),
}
_PATTERNS: dict[Form, re.Pattern[str]] = {
    form: re.compile(date + _CLOCK, re.IGNORECASE if form == "english" else 0) for form, date in _DATES.items()
}
# A look before the dearer ones: each form's sign.
_MAY_DATE = re.compile(rf"(?:19|20)\d\d|[{_HAN}]{{4}}年|民[国國]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "元": 1}
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
_FIRST_YEAR = 1911
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")
_EPOCH_YEARS = range(1995, 2100)
_AFTERNOON = frozenset({"下午", "晚上", "p", "P"})
_MORNING = frozenset({"上午", "凌晨", "早上", "a", "A"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that exists, at text[start:end]; aware, in Asia/Shanghai, known to `precision`."""

    moment: datetime
    precision: Precision
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """The dates in the text, in its order. What no calendar has, 2025-02-30, is none; nor is one without its year."""
    return list(_dates_of_line(text) if len(text) <= _LINE else _dates(text))


def _dates(text: str) -> list[Dated]:
    plain = text.translate(_FULL_WIDTH)
    if not _MAY_DATE.search(plain):
        return []
    found = sorted(_matches(plain), key=lambda dated: (dated.start, -dated.end))
    return [dated for at, dated in enumerate(found) if at == 0 or dated.start >= found[at - 1].end]


# Source, author and time of one line are asked for one after another, each looking for its dates.
_dates_of_line = lru_cache(maxsize=2048)(_dates)


def without_date(text: str) -> str:
    """The text with white space in the place of its first date."""
    first = next(iter(dates_in(text)), None)
    return f"{text[: first.start]} {text[first.end :]}" if first else text


def epoch(text: str) -> Dated | None:
    """Seconds, or milliseconds, since 1970, as scripts hold them."""
    match = _EPOCH.fullmatch(text)
    moment = datetime.fromtimestamp(int(match[1]), SHANGHAI) if match else None
    return Dated(moment, "second", 0, len(text)) if moment and moment.year in _EPOCH_YEARS else None


def _matches(text: str) -> Iterator[Dated]:
    for form, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            moment = _moment(form, {name.rstrip("_"): said for name, said in match.groupdict().items() if said})
            if moment:
                precision: Precision = "second" if match["second"] else "minute" if match["minute"] else "day"
                yield Dated(moment, precision, match.start(), match.end())


def _moment(form: Form, said: dict[str, str]) -> datetime | None:
    year = _number(said["year"])
    year += _FIRST_YEAR if form == "republic" and year else 0
    month = _MONTHS.index(said["month"][:3].lower()) + 1 if form == "english" else _number(said["month"])
    hour, minute, second = (int(said.get(unit, "0")) for unit in ("hour", "minute", "second"))
    hour = _hour(hour, said.get("half") or said.get("noon") or "")
    try:
        moment = datetime(year, month, _number(said["day"]), hour, minute, second, tzinfo=_zone(said))
    except ValueError:
        return None
    return moment.astimezone(SHANGHAI)


def _hour(hour: int, half: str) -> int:
    if half in _AFTERNOON and hour < 12:
        return hour + 12
    return 0 if half in _MORNING and hour == 12 else hour


def _zone(said: dict[str, str]) -> tzinfo:
    """09:30-10:30 is a span of time; an offset stands behind a T, or is written as mail writes it."""
    zone = said.get("zone", "")
    if not zone or (zone[0] in "+-Z" and "T" not in said.get("joint", "")):
        return SHANGHAI
    sign = re.search(r"([+-])(\d\d):?(\d\d)", zone)
    if sign is None:
        return UTC
    offset = timedelta(hours=int(sign[2]), minutes=int(sign[3]))
    return timezone(offset if sign[1] == "+" else -offset)


def _number(said: str) -> int:
    """10 of 十, 13 of 十三 and of 一三, 113 of 一百一十三 and of 一一三, 2024 of 二〇二四."""
    if said.isdecimal():
        return int(said)
    if _TENS.keys().isdisjoint(said):
        return int("".join(str(_DIGITS[sign]) for sign in said))
    total, digit = 0, 0
    for sign in said:
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def date_alone(line: str) -> datetime | None:
    """The day of a line that is nothing but a date, in brackets or without: 2024年5月10日, 二〇二四年五月十日."""
    found = dates_in(line) if len(line) <= _ALONE else []
    alone = len(found) == 1 and not re.sub(r"[\s（()）日]", "", line[: found[0].start] + line[found[0].end :])
    return found[0].moment if alone else None
