"""Documents that a text cites, by title, by number, or by both where they stand together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.text.findings import titles
from reader.text.findings.official_numbers import Official, official_numbers

# Between a title and its number, and between a number and the title it leads to.
_BEHIND = re.compile(r"\s?[（(\[，,]?\s?(?:[一-鿿]{2,20}[ 　、])*$")
_AHEAD = re.compile(r"\s?[)）]?\s?(?:号?文件?|印发的?|下发的?|发布的?|公布的?)?$")
_SHORT = re.compile(r"(?:以下|下)?(?:统称|简称)(?:为|作|：|:)?\s?《([^《》\n]{1,40})》")
# How far behind a title its short form may be introduced.
NEAR = 80


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited at [start, end). `title` is without its brackets, "" where only the number stands; `number` ""
    where none does; `issued` tells whether the number names its issuer; `kind` as titles.kind has it."""

    start: int
    end: int
    title: str = ""
    number: str = ""
    kind: str = titles.OTHER
    issued: bool = False


def documents(text: str) -> list[Cited]:
    """In order. A short form that the text itself introduces (以下简称《意见》) stands for the whole title."""
    numbers = [*official_numbers(text)]
    named = [_titled(text, *span) for span in titles.spans(text)]
    joined = _joined(text, named, numbers)
    return [*_spelled_out(text, joined)]


def _titled(text: str, start: int, end: int) -> Cited:
    title = text[start + 1 : end - 1].strip()
    return Cited(start, end, title, kind=titles.kind(title, text[max(0, start - 8) : start], text[end : end + 20]))


def _joined(text: str, named: list[Cited], numbers: list[Official]) -> list[Cited]:
    """Titles and numbers in order, as one where they stand together."""
    found: list[Cited] = []
    for one in sorted([*named, *map(_numbered, numbers)], key=lambda one: (one.start, -one.end)):
        before = found[-1] if found else None
        if before and one.start < before.end:
            continue
        if before and _together(text, before, one):
            found[-1] = _whole(before, one)
        else:
            found.append(one)
    return found


def _numbered(official: Official) -> Cited:
    kind = next((act for act in ("令", "公告", "通告", "公示") if act in official.number), titles.OTHER)
    return Cited(official.start, official.end, "", official.number, kind, official.whole)


def _together(text: str, first: Cited, second: Cited) -> bool:
    if (first.title and first.number) or bool(first.title) == bool(second.title):
        return False
    if titles.PERIODICAL in (first.kind, second.kind):
        return False
    between = text[first.end : second.start]
    return len(between) < 40 and bool((_BEHIND if first.title else _AHEAD).match(between))


def _whole(first: Cited, second: Cited) -> Cited:
    named, numbered = (first, second) if first.title else (second, first)
    kind = named.kind if named.kind != titles.OTHER else numbered.kind
    return Cited(first.start, second.end, named.title, numbered.number, kind, numbered.issued)


def _spelled_out(text: str, found: list[Cited]) -> Iterator[Cited]:
    whole: dict[str, Cited] = {}
    last: Cited | None = None
    introduced = {match.start(1) - 1: match[1] for match in _SHORT.finditer(text)}
    for one in found:
        if one.start in introduced and last and one.start - last.end < NEAR:
            whole[introduced[one.start]] = last
        full = whole.get(one.title) if not one.number else None
        yield replace(one, title=full.title, number=full.number, kind=full.kind, issued=full.issued) if full else one
        last = last if full else one
