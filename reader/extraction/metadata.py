"""What the lines around the text say of it: source, time, authors, editor, channel."""

import re

from reader.extraction.bylines import authors_in
from reader.extraction.dateline import rest_of
from reader.extraction.dates import dates_in
from reader.extraction.editors import editor_in
from reader.extraction.moments import Moment, moments_in, published_in
from reader.extraction.names import may_be_name
from reader.extraction.sources import is_medium, sender_in, source_in

__all__ = ["authors_in", "channel_in", "editor_in", "published_in", "source_in", "tell"]

_NOT_TELLING = re.compile(r"[。！？；]")
# A line that ends so tells of a law or a speech: （2021年7月27日国务院令第746号公布）, （2024年5月13日）.
_NOTE = re.compile(r"[(（].*[)）]$")
_BYLINE = re.compile(r"(?:作\s*者|署\s*名|文|撰\s*[文稿]|采写|[记記]\s*者)\s*[:：/／丨｜]")
_SOURCE = re.compile(
    r"[来來稿]\s*源|出\s*[处處]|[转轉摘来來源].{0,2}自|[Ss]ource|供\s*稿|[来來]稿|[发發][布佈][单單]位|媒\s*[体體]"
)
_FIRST = 12


def channel_in(line: str) -> tuple[str, ...]:
    """The steps of a breadcrumb without 正文."""
    line = re.sub(r"^您?(?:现在|当前)?的?位置\s*[:：]", "", line.strip())
    steps = [step.strip() for step in re.split(r"[>›»/]+", line)]
    return tuple(step for step in steps if step and step != "正文")


def tell(told: dict, line: str, *, strictly: bool = False) -> bool:
    """Add to `told` what the line says of source, time, authors and editor, unless known; whether it says any.

    `strictly`: only a line that is nothing but such statements counts, never a sentence with a date in it. A time that
    is labelled as that of publishing counts before one that stands bare. When the text was changed (`updated`) or
    signed (`signed`) is kept apart.
    """
    if strictly and (_NOT_TELLING.search(line) or _is_note(line) or not _starts_telling(line)):
        return False
    moments = moments_in(line)
    _tell_published(told, moments.get("published"), labelled=True)
    _tell_published(told, moments.get("dated"), labelled=False)
    said = {
        "authors": authors_in(line),
        "source": source_in(line),
        "sender": sender_in(line),
        "editor": editor_in(line),
        "updated": moments.get("updated"),
        "signed": moments.get("signed"),
    }
    for field, value in said.items():
        if value and not told.get(field):
            told[field] = value
    return bool(moments.keys() - {"other"} or any(said.values()))


def _tell_published(told: dict, moment: Moment | None, *, labelled: bool) -> None:
    """The first, unless a later one has the label that it lacks, or a time of day where it has none."""
    if moment is None:
        return
    known, named = told.get("published"), told.get("published_labelled", False)
    finer = told.get("published_precision", "day") == "day" and moment[1] != "day"
    if named and not labelled:
        better = finer and known is not None and known.date() == moment[0].date()
    else:
        better = finer or (labelled and not named)
    if known is None or better:
        told["published"], told["published_precision"] = moment
        told["published_labelled"] = labelled or named


def _is_note(line: str) -> bool:
    """A date in brackets, with what happened on it, under a title: part of the text, as in laws and speeches."""
    return (
        bool(_NOTE.fullmatch(line))
        and not source_in(line)
        and not authors_in(line)
        and "published" not in moments_in(line)
    )


def _starts_telling(line: str) -> bool:
    """A date or a statement stands within the line's first words; beside a bare date nothing but names."""
    if _BYLINE.search(line[: _FIRST + 4]) or (
        _SOURCE.search(line[: _FIRST + 2]) and (source_in(line) or sender_in(line))
    ):
        return True
    dates, moments = dates_in(line), moments_in(line)
    if not dates or "other" in moments:
        return False
    if dates[0].start > _FIRST and not all(map(is_medium, line[: dates[0].start].split())):
        return False
    return moments.keys() != {"dated"} or bool(source_in(line)) or all(map(_is_name, rest_of(line).split()))


def _is_name(word: str) -> bool:
    return word.isdecimal() or is_medium(word) or may_be_name(word)
