"""A text's outline: its headings, questions and ordinals, nested, and the series they form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from reader.text.sentences import sentences
from reader.text.themes.headings import LONGEST_HEADING, heading_places, is_label, is_question_line
from reader.text.themes.leads import ENDS, Lead, clause_lead, heading_lead, numbered_lead
from reader.text.themes.marks import FOLLOWS, Mark, mark_of

# Where what has no number ranks among the numbered styles; a numbered paragraph ranks below a numbered line.
_OUTER, _HEADING, _QUESTION, _INLINE = 0.5, 2.0, 2.2, 2.5
_HEADING_STYLE, _QUESTION_STYLE, _DASH_STYLE = "heading", "question", "dash"
_UNNUMBERED = (_HEADING_STYLE, _QUESTION_STYLE, _DASH_STYLE)
# Dashes further apart belong to two lists.
_DASHES_APART = 4
# Dropping an incomplete series may leave another one incomplete; it settles after a round or two.
_ROUNDS = 4
_FIRST_INSIDE = re.compile(r"(?<=[。：:；，])(?=一[是要]|第一[，、])")
_SENTENCE = re.compile(rf"[。；!！]|[{re.escape(ENDS)}]$")
# So many characters behind a point in its paragraph develop it.
_SAID = 15
# A quotation or a paragraph of a list is numbered 1. 2. 3. too, but does not open with a short sentence.
_SHORT = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that opens a part of the text. `style` and `number` tell its series, `rank` what it is nested in."""

    lead: Lead
    style: str
    rank: float
    number: int = FOLLOWS


@dataclass(slots=True)
class Part:
    """An entry, the paragraphs [start, end) it governs, and the parts below it. The whole text has no entry."""

    entry: Entry | None
    start: int
    end: int
    parts: list["Part"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Series:
    """Parts of one style that follow each other: all of them or none."""

    style: str
    rank: float
    parts: tuple[Part, ...]

    @property
    def leads(self) -> list[Lead]:
        return [part.entry.lead for part in self.parts if part.entry]


def outline(
    title: str, paragraphs: Sequence[str], skipped: AbstractSet[int], levels: Mapping[int, int] | None = None
) -> Part:
    """The whole text as one part. `levels` are those of the blocks that cleaning knows to be headings."""
    entries = _entries(title, paragraphs, skipped, levels or {})
    for _ in range(_ROUNDS):
        root = _nested(entries, len(paragraphs))
        kept = {id(part.entry) for part in _every(root) for series in series_of(part) for part in series.parts}
        if len(kept) == len(entries):
            break
        entries = [entry for entry in entries if id(entry) in kept]
    return _nested(entries, len(paragraphs))


def series_of(part: Part) -> list[Series]:
    """The complete series directly below a part, in the order of the text."""
    open_series: dict[str, list[list[Part]]] = {}
    for below in part.parts:
        entry = below.entry
        if not entry:
            continue
        rows = open_series.setdefault(entry.style, [])
        if not rows or _begins_anew(entry, rows[-1][-1]):
            rows.append([])
        rows[-1].append(below)
    found = [
        Series(style, row[0].entry.rank, tuple(row))
        for style, rows in open_series.items()
        for row in rows
        if row[0].entry
    ]
    return sorted(
        (one for one in found if _complete(one) and _developed(one)), key=lambda series: series.parts[0].start
    )


def _begins_anew(entry: Entry, last: Part) -> bool:
    if entry.style == _DASH_STYLE:
        return entry.lead.paragraph - last.start > _DASHES_APART
    return entry.number == 1 and entry.style not in _UNNUMBERED


def _complete(series: Series) -> bool:
    """Two or more, counted from one without a gap."""
    numbers = [part.entry.number for part in series.parts if part.entry]
    if series.style in _UNNUMBERED:
        return len(numbers) > (series.style == _DASH_STYLE) + 1
    expected = range(1, len(numbers) + 1)
    return (
        len(numbers) > 1
        and all(number in (FOLLOWS, right) for number, right in zip(numbers, expected, strict=True))
        and numbers[0] == 1
    )


def _developed(series: Series) -> bool:
    """Something is said under each point; lines or quotations that follow each other are a list."""
    if series.parts[0].entry and series.parts[0].entry.lead.kind == "heading":
        return sum(part.end - part.start > 1 for part in series.parts) * 2 > len(series.parts)
    said = sum(
        part.end - part.start > 1 or lead.rest >= _SAID for part, lead in zip(series.parts, series.leads, strict=True)
    )
    numbered = series.style != "digit" or all(lead.sentence <= _SHORT for lead in series.leads)
    return numbered and said * 2 > len(series.parts)


def _every(part: Part) -> Iterator[Part]:
    yield part
    for below in part.parts:
        yield from _every(below)


def _nested(entries: Sequence[Entry], end: int) -> Part:
    root = Part(None, 0, end)
    above = [root]
    for entry in entries:
        while above[-1].entry and above[-1].entry.rank >= entry.rank:
            above.pop().end = entry.lead.paragraph
        part = Part(entry, entry.lead.paragraph, end)
        above[-1].parts.append(part)
        above.append(part)
    for part in above[1:]:
        part.end = end
    return root


def _entries(
    title: str, paragraphs: Sequence[str], skipped: AbstractSet[int], levels: Mapping[int, int]
) -> list[Entry]:
    plain = heading_places(title, paragraphs, skipped)
    asked = [place for place, text in enumerate(paragraphs) if place not in skipped and is_question_line(text.strip())]
    found: list[Entry] = []
    for place, text in enumerate(paragraphs):
        if place in skipped or is_label(paragraphs, place):
            continue
        if place in levels:
            found.append(_heading(place, text, _HEADING + levels[place] / 100))
        elif place in plain:
            found.append(_heading(place, text, _HEADING))
        elif place in asked and len(asked) > 1:
            found.append(Entry(heading_lead(place, text), _QUESTION_STYLE, _QUESTION))
        elif mark := mark_of(text):
            found.extend(_first_inside(place, mark, paragraphs))
            found.extend(_numbered(place, text, mark, paragraphs))
    return _ranked(found)


def _heading(place: int, text: str, rank: float) -> Entry:
    return Entry(heading_lead(place, text), _HEADING_STYLE, rank)


def _numbered(place: int, text: str, mark: Mark, paragraphs: Sequence[str]) -> Iterator[Entry]:
    alone = len(text.strip()) <= LONGEST_HEADING and not _SENTENCE.search(text.strip())
    lead = heading_lead(place, text) if alone else numbered_lead(place, text)
    if lead and lead.core:
        rank = mark.style.rank if alone or mark.style.rank > 1 else _INLINE
        yield Entry(lead, mark.style.name, rank, mark.number)


def _first_inside(place: int, mark: Mark, paragraphs: Sequence[str]) -> Iterator[Entry]:
    """The first point often ends the paragraph that announces them: “…三点。一是…。”"""
    start = (
        _FIRST_INSIDE.search(paragraphs[place - 1])
        if place and mark.number == 2 and mark.style.name in ("is", "nth")
        else None
    )
    if start:
        text = paragraphs[place - 1][start.start() :]
        first = mark_of(text)
        end = (sentences(text) or [(0, len(text))])[0][1]
        if first and first.style == mark.style:
            yield Entry(clause_lead(place - 1, text[:end], len(text) - end), mark.style.name, mark.style.rank, 1)


def _ranked(entries: Sequence[Entry]) -> list[Entry]:
    """Headings stand outside 一、二、 where these begin anew below them."""
    beginnings = [entry for entry in entries if entry.number == 1 and entry.rank == 1]
    if len(beginnings) < 2:
        return list(entries)
    return [Entry(entry.lead, entry.style, _OUTER) if entry.rank == _HEADING else entry for entry in entries]
