"""The numbers of official documents, in the one form that GB/T 9704 gives them: 国发〔2024〕1号."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reader.text.folding import fold

_DIGITS = "0-9０-９"
_YEAR = rf"[12１２][{_DIGITS}]{{3}}"
_SERIAL = rf"第?\s?(?P<serial>[{_DIGITS}]{{1,5}})\s?[号號]"
_BRACKETED = re.compile(rf"(?<=[一-鿿])\s?[〔\[（(【［〖](?P<year>{_YEAR})年?[〕\])）】］〗]\s?{_SERIAL}")
_ACT = "令|公告|通告|公示"
_ISSUED = re.compile(rf"(?P<act>{_ACT})\s?[（(]?(?P<year>{_YEAR}年)?{_SERIAL}")
_TURNED = re.compile(rf"(?P<year>{_YEAR}年)?{_SERIAL}(?P<act>{_ACT})")
_RUN = re.compile(r"[一-鿿]{1,24}$")
# Words that lead to a number and are no part of it; the weaker ones stand inside the names of ministries too.
_LEADING = re.compile(
    r".*(?:根据|按照|依据|依照|贯彻|落实|执行|参照|转发|印发|发布|公布|颁布|通过|参见|详见|废止|文件|通知|修订|签署|命令"
    r"|下发|出台|以及|其中|关于|原)"
)
_WEAKLY_LEADING = re.compile(r".*[见和与及或的了在由是据照以等号第〇]")
_AT_FRONT = re.compile(r"^[的了在由是据照以和与及]+")
LONGEST_CODE = 12


@dataclass(frozen=True, slots=True)
class Official:
    """A document's number at [start, end); `whole` where its issuer is said, without whom it names no document."""

    start: int
    end: int
    number: str
    whole: bool = True


def official_numbers(text: str) -> Iterator[Official]:
    """In order. Years and serials lose leading zeros, 第 and full-width digits; brackets become 〔〕."""
    found = [*_bracketed(text), *_acts(text)]
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _bracketed(text: str) -> Iterator[Official]:
    for match in _BRACKETED.finditer(text):
        code = _WEAKLY_LEADING.sub("", _LEADING.sub("", _run(text, match.start())))
        if 1 < len(code) <= LONGEST_CODE:
            number = f"{fold(code)}〔{int(match['year'])}〕{int(match['serial'])}号"
            yield Official(match.start() - len(code), match.end(), number)


def _acts(text: str) -> Iterator[Official]:
    for match in chain(_ISSUED.finditer(text), _TURNED.finditer(text)):
        issuer = _AT_FRONT.sub("", _LEADING.sub("", _run(text, match.start())))
        name = issuer.removeprefix("中华人民共和国")
        year = f"{int(match['year'][:4])}年" if match["year"] else ""
        number = f"{fold(name)}{match['act']}{year}第{int(match['serial'])}号"
        yield Official(match.start() - len(issuer), match.end(), number, bool(name))


def _run(text: str, end: int) -> str:
    """The Chinese characters right before a place."""
    found = _RUN.search(text[max(0, end - 24) : end])
    return found[0] if found else ""
