"""Plain text: a dump of a page, or a text somebody wrote or pasted."""

import re
from dataclasses import dataclass

from reader.extraction.boilerplate import AFTER, BEFORE, rule_of
from reader.extraction.metadata import authors_in, channel_in, editor_in, published_in, source_in
from reader.extraction.page import Block, Kind, Page, Removed

_BULLET = re.compile(r"^[•·●■◆*]\s+")
_MARKDOWN = re.compile(r"^(#{1,6})\s+(.+)$")
_PROSE = re.compile("[，。；！？,;!?][”’」』)）]?")
_TITLE_LENGTH = 60
# A line is prose when it is as long as a sentence and has a sentence's marks.
_PROSE_LENGTH = 25


@dataclass
class Reading:
    """Lines taken so far: what is known of the page, and where each went."""

    page: dict
    blocks: list[Block]
    removed: list[Removed]

    def take(self, rule: str, line: str) -> None:
        self.removed.append(Removed(rule, line, _kind(line), len(self.blocks)))


def read_dump(text: str) -> Page:
    """The page of a plain text. Lines above the body and below it go to `removed`, one entry each."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line]
    start, title_at = _body_start(lines)
    end = _body_end(lines, start)
    reading = Reading({}, [], [])
    _head(reading, lines[:start], title_at)
    for line in lines[start:end]:
        reading.blocks.append(_block(line))
    _tail(reading, lines[end:])
    return Page(**reading.page, blocks=tuple(reading.blocks), removed=tuple(reading.removed))


def _body_start(lines: list[str]) -> tuple[int, int | None]:
    """The index of the first body line, and that of the title."""
    first = next((at for at, line in enumerate(lines) if _is_prose(line)), 0)
    head = lines[:first]
    told = [at for at, line in enumerate(head) if source_in(line) or (published_in(line) and len(line) < _TITLE_LENGTH)]
    if told:
        above = [at for at in range(told[-1]) if not rule_of(head[at])]
        after = [at for at in range(told[-1] + 1, first) if not authors_in(head[at]) and not rule_of(head[at])]
        return (after[0] if after else first), (above[-1] if above else None)
    if authors_in(lines[first]):
        first += 1
    return _untold(lines, first)


def _untold(lines: list[str], first: int) -> tuple[int, int | None]:
    """Without a source line: a short line right at the top is the title; a written text loses nothing."""
    boilerplate = sum(rule_of(line) is not None for line in lines)
    if first and boilerplate:
        above = [at for at in range(first) if not rule_of(lines[at]) and not authors_in(lines[at])]
        return first, (above[-1] if above else None)
    heading = bool(lines) and len(lines) > 1 and len(lines[0]) <= _TITLE_LENGTH and lines[0][-1] not in "。；;，,"
    if heading and len(lines) > 1:
        return (2 if len(lines) > 2 and authors_in(lines[1]) else 1), 0
    return 0, None


def _body_end(lines: list[str], start: int) -> int:
    for at in range(start, len(lines)):
        rule = rule_of(lines[at])
        if rule and rule.ends and not _is_prose(lines[at]):
            return at
    return len(lines)


def _head(reading: Reading, head: list[str], title_at: int | None) -> None:
    for at, line in enumerate(head):
        rule = rule_of(line)
        if at == title_at:
            reading.page["title"] = _MARKDOWN.sub(r"\2", line)
        elif rule:
            if rule.name == "breadcrumb":
                reading.page["channel"] = channel_in(line)
            reading.take(rule.name, line)
        elif title_at is not None and at > title_at and _tell(reading.page, line):
            pass
        else:
            reading.take(BEFORE, line)


def _tell(page: dict, line: str) -> bool:
    """Whether the line says who wrote the text, where or when; what it says is kept."""
    authors, source, published = authors_in(line), source_in(line), published_in(line)
    if authors:
        page["authors"] = authors
    if source:
        page["source"] = source
    if published:
        page["published"], page["published_precision"] = published
    return bool(authors or source or published)


def _tail(reading: Reading, tail: list[str]) -> None:
    current = AFTER
    for line in tail:
        rule = rule_of(line)
        if rule and rule.name == "editor_line":
            reading.page.setdefault("editor", editor_in(line))
        if rule and rule.opens:
            current = rule.name
        reading.take(rule.name if rule and not (current != AFTER and _is_prose(line)) else current, line)


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE_LENGTH and bool(_PROSE.search(line)) and not authors_in(line) and not source_in(line)


def _kind(line: str) -> Kind:
    return "list" if _BULLET.match(line) else "paragraph"


def _block(line: str) -> Block:
    heading = _MARKDOWN.match(line)
    if heading:
        return Block("heading", heading[2], len(heading[1]))
    return Block("list", _BULLET.sub("", line)) if _BULLET.match(line) else Block("paragraph", line)
