"""The form of an official document (公文, GB/T 9704—2012): letterhead, number and title; signature and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.extraction.dates import date_alone
from reader.extraction.structure import numbering_level

# So many lines at the top may hold the letterhead: copy number, secrecy, urgency, offices issuing together.
_HEAD = 14
_LETTERHEAD = re.compile(
    r"[\u4e00-\u9fff（）()、]{2,60}(?:政府|[办党][公组委][室厅]?|委员会|大会|[委局厅部院署司处所校学会团社]|公司|中心|主席)(?:[（(].{2,12}[）)])?"
    r"(?:文件|令|公报)$"
)
_NUMBER = re.compile(r"^[^，。；：]{0,24}?[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号")
_NUMBER_ALONE = re.compile(r"^第\s*[\d一二三四五六七八九十百]{1,6}\s*号$")
_FORMS = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|办法|规定|条例|细则|方案|规划|纲要|计划|要点|章程|总结|规则|措施|指南|清单|标准"
)
_COMPLETE = re.compile(rf"(?:{_FORMS})(?:\s*[（(《][^（）()《》]{{1,30}}[）)》])?$")
_TITLE_LINES, _TITLE_LINE = 6, 60
_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]")
_ADDRESSEES = re.compile("[：:]$")
_PROSE = re.compile("[。；！？]")
_ABOUT = re.compile(r"^(?P<issuer>[\u4e00-\u9fff（）()、\s]{3,60}?)关于")
_OFFICE = re.compile(r"^[\u4e00-\u9fff（）()、\s·]{3,40}$")
# Above the date may stand so many offices that sign together.
_SIGNING = 6


@dataclass(frozen=True, slots=True)
class Form:
    """Places among the lines: `title` those of the title, `above` those of the letterhead. `issuer`, `number`
    and `dated` are empty where the document does not say."""

    title: tuple[int, ...]
    above: tuple[int, ...]
    issuer: str = ""
    number: str = ""
    dated: datetime | None = None


def form_of(lines: Sequence[str]) -> Form | None:
    """The form of an official document, None where the lines are none: it has a number or a letterhead near the top; or
    it begins with a title 关于…的通知, of several lines or above addressees."""
    head = ["".join(line.split()) for line in lines[:_HEAD]]
    lettered = next((at for at, line in enumerate(head) if _LETTERHEAD.match(line)), None)
    numbered = next((at for at, line in enumerate(head) if _NUMBER.match(line) or _NUMBER_ALONE.match(line)), None)
    last = max((at for at in (lettered, numbered) if at is not None), default=-1)
    title = _title(lines, last + 1) or (_first(lines, last + 1) if last >= 0 else ())
    if not title or (last < 0 and not _is_plain(lines, title)):
        return None
    about = _ABOUT.match("".join(lines[at] for at in title))
    offices, dated = _signature(lines, title[-1] + 1)
    number = _number_in(lines[numbered]) if numbered is not None else ""
    letterhead = re.sub("(?:文件|令|公报)$", "", head[lettered]) if lettered is not None else ""
    return Form(
        title, tuple(range(title[0])), offices or letterhead or (about["issuer"] if about else ""), number, dated
    )


def _number_in(line: str) -> str:
    match = _NUMBER.match(line)
    return match[0] if match else line


def _title(lines: Sequence[str], first: int) -> tuple[int, ...]:
    """The lines from `first` that make a title together: short, none of them a sentence, the last ending with the name
    of a document's kind. None where they do not come to such an end."""
    found: list[int] = []
    for at in range(first, min(first + _TITLE_LINES, len(lines))):
        line = lines[at]
        if _SIGNER.match(line):
            continue
        if not _may_be_title(line) or (found and numbering_level(line)):
            break
        found.append(at)
        if _COMPLETE.search(line):
            return tuple(range(found[0], at + 1))
    return ()


def _first(lines: Sequence[str], first: int) -> tuple[int, ...]:
    """The first line that may be a title, where no line says that it is."""
    places = range(first, min(first + _TITLE_LINES, len(lines)))
    return tuple(at for at in places if _may_be_title(lines[at]) and not _SIGNER.match(lines[at]))[:1]


def _may_be_title(line: str) -> bool:
    return len(line) <= _TITLE_LINE and not (_PROSE.search(line) or _ADDRESSEES.search(line) or date_alone(line))


def _is_plain(lines: Sequence[str], title: Sequence[int]) -> bool:
    """Whether a title without a letterhead above is a document's: it says 关于 at once, and goes on over lines or
    stands above addressees."""
    return "关于" in lines[title[0]] and (len(title) > 1 or _is_addressed(lines, title))


def _is_addressed(lines: Sequence[str], title: Sequence[int]) -> bool:
    after = lines[title[-1] + 1 : title[-1] + 3] if title else ()
    return any(_ADDRESSEES.search(line) and len(line) <= _TITLE_LINE * 3 for line in after)


def _signature(lines: Sequence[str], first: int) -> tuple[str, datetime | None]:
    """The offices that sign, and the day: a date alone on its line, below the name of an office. Attachments below may
    have dates of their own, so the first counts."""
    for at in range(first, len(lines)):
        if dated := date_alone(lines[at]):
            offices = _offices(lines[max(first, at - _SIGNING) : at])
            if offices or at > len(lines) // 2:
                return " ".join(offices), dated
    return "", None


def _offices(above: Sequence[str]) -> list[str]:
    offices: list[str] = []
    for line in reversed(above):
        if not _OFFICE.match(line) or _COMPLETE.search(line):
            break
        offices.insert(0, line)
    return offices
