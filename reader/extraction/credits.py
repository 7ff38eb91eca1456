"""Who wrote a text, as its own lines say it: 本报记者 甲 乙, 文丨甲, （记者甲）after 电, （作者：甲）at the end."""

import re
from collections.abc import Iterator, Sequence

from reader.extraction.bylines import authors_in
from reader.extraction.names import SURNAMES, is_moment
from reader.extraction.page import Author

_NAME = r"(?!通讯员|记者|评论员|摄影|编辑|实习生)[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,12}"
_NAMES = rf"(?:{_NAME})(?:[\s、，,　]+(?:{_NAME}))*"
_ROLE = r"(?:本报|本网|本刊|全媒体)?(?:见习|首席|特约|特派|实习|高级)?(?:记者|通讯员|评论员)"
_GROUP = rf"(?P<role>[\u4e00-\u9fffA-Za-z0-9·]{{0,10}}?{_ROLE})\s*[:：]?\s*(?P<names>{_NAMES})"
_GROUPS = re.compile(_GROUP)
# A line that is nothing but reporters; a role and a name run together only where white space parts the names.
_REPORTERS = re.compile(
    rf"[\s■●◎□▌（(【]*(?:{_GROUP.replace('?P<role>', '').replace('?P<names>', '')}[\s、，,　]*)+[\s）)】]*$"
)
_WRITERS = re.compile(
    r"[\s■●◎（(【]*(?:文|撰文|作者|采写|撰稿|采写/撰文)\s*[丨|｜︱/／:：]\s*(?P<rest>.{2,40}?)[）)】]?$"
)
# As papers in traditional characters begin: 〔記者甲、乙／河灣報導〕.
_REPORTED = re.compile(
    r"[〔【(（\[]?\s*(?P<role>[\u3400-\u9fff]{0,6}?[記记]者)\s*(?P<names>[\u3400-\u9fff·]{2,4}(?:[、\s]+[\u3400-\u9fff·]{2,4})*)"
    r"\s*[／/]\s*[\u3400-\u9fff]{2,8}?(?:報導|報道|报道|專訪|專電|综合报道)\s*[〕】)）\]]?"
)
_AFTER_DATELINE = re.compile(
    r"^[^（(。]{2,30}(?:电|讯|报道|消息)\s*[（(]\s*(?P<credit>[^（）()]{0,8}记者[^（）()]{2,40})[）)]"
)
_AT_END = re.compile(
    r"[（(]\s*(?:本文)?作者(?!单位|單位|简介|[均分]|[系係为爲現现])\s*[:：]?\s*(?P<credit>[^（）()]{2,60}(?:[（(][^（）()]*[）)])?)\s*[）)]$"
)
# （作者系某大学教授）, （作者单位：某某）: whose, the byline above says.
_AFFILIATION = re.compile(
    r"[（(]\s*(?:本文)?作者\s*(?:单位|單位|[系係]|现?为|現為)\s*[:：]?\s*(?P<affiliation>[^（）()。；]{3,50})[）)]$"
)
_AUTHOR = re.compile(r"[（(]\s*作者\s*[:：]")
_OF = re.compile(
    rf"(?P<name>{_NAME})\s*(?:[，,]?\s*(?:系|为|单位[:：]|单位系)\s*|[，,]\s*(?=.*(?:学|院|所|员|长|任|授|家|部|会|委)))(?P<affiliation>.{{4,}})$"
)
_BARE_AT_END = re.compile(
    rf"。[”’]?\s*[（(]\s*(?:(?P<role>[\u4e00-\u9fff]{{0,6}}{_ROLE})\s*[:：]?\s*(?P<names>{_NAMES})|(?P<bare>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}))\s*[）)]$"
)
# After white space another author only when it is named like one: 作者：甲 乙 责任编辑：丙.
_IN_LINE = re.compile(
    rf"作\s*者\s*[:：]\s*(?P<names>{_NAMES}?(?:\s+[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=\s|$|责任?编))*)(?=\s|$|[|｜]|来源|时间|责任?编|编辑)"
)
_PART = re.compile(r"[\s、，,　]+")
_LONGEST = 60


def credit_line(line: str) -> tuple[Author, ...]:
    """The authors of a line that is nothing but a credit, none when it is anything else."""
    if len(line) > _LONGEST:
        return ()
    if match := _REPORTED.fullmatch(line):
        return _names(match["names"], match["role"])
    if _REPORTERS.match(line) and "/" not in line:
        return _reporters(line)
    if authors := authors_in(line):
        return authors
    match = _WRITERS.match(line)
    return (_reporters(match["rest"]) or _names(match["rest"])) if match else ()


def closing_credit(line: str) -> tuple[Author, ...]:
    """The authors of a line that is nothing but （作者：甲，系某大学教授）, as essays end."""
    match = _AT_END.fullmatch(line)
    return _of(match["credit"]) if match and _AUTHOR.match(line) else ()


def affiliated(authors: tuple[Author, ...], paragraphs: Sequence[str]) -> tuple[Author, ...]:
    """A single author with the affiliation that the end of the text tells; several are left as they are."""
    if len(authors) != 1 or authors[0].affiliation:
        return authors
    told = next(filter(None, map(_AFFILIATION.search, reversed(paragraphs[-2:]))), None)
    return (Author(authors[0].name, told["affiliation"].strip()),) if told else authors


def author_within(line: str) -> tuple[Author, ...]:
    """The authors that a line of several statements names: 来源：某报 作者：甲 2024-05-13."""
    match = _IN_LINE.search(line)
    return _names(match["names"]) if match else ()


def credits_in(paragraphs: Sequence[str]) -> tuple[Author, ...]:
    """The authors named in the text: after the first paragraph's dateline, or in brackets at the end of the last."""
    for place in _places(paragraphs):
        if place:
            return place
    return ()


def _places(paragraphs: Sequence[str]) -> Iterator[tuple[Author, ...]]:
    for text in paragraphs[:2]:
        if match := _REPORTED.match(text):
            yield _names(match["names"], match["role"])
        if match := _AFTER_DATELINE.match(text):
            yield _reporters(match["credit"])
    for text in reversed(paragraphs[-2:]):
        if match := _AT_END.search(text):
            yield _of(match["credit"])
        if match := _BARE_AT_END.search(text):
            yield _names(match["bare"] or match["names"], match["role"] or "")


def _of(credit: str) -> tuple[Author, ...]:
    match = _OF.match(credit)
    return (Author(match["name"], match["affiliation"].strip("，, ")),) if match else authors_in(f"作者：{credit}")


def _reporters(text: str) -> tuple[Author, ...]:
    return tuple(author for match in _GROUPS.finditer(text) for author in _names(match["names"], match["role"]))


def _names(text: str, affiliation: str = "") -> tuple[Author, ...]:
    return tuple(Author(name, affiliation) for name in _PART.split(text.strip()) if name and not is_moment(name))
