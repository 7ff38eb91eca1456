"""Plain text: a dump of a page, or a text somebody wrote or pasted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.extraction.boilerplate import AFTER, BEFORE, LineRule
from reader.extraction.credits import author_within, credit_line
from reader.extraction.dateline import medium_in, rest_of, source_of
from reader.extraction.dump_body import find_end
from reader.extraction.dump_head import INDEX, Head, find_head
from reader.extraction.dump_lines import BULLET, bare, is_prose, is_telling, is_toolbar, line_rule, titled
from reader.extraction.dump_run import weigh
from reader.extraction.dump_strangers import strangers
from reader.extraction.metadata import authors_in, channel_in, editor_in, published_in, source_in
from reader.extraction.names import is_surely_name
from reader.extraction.page import Block, ExtractionError, Kind, Page, Removed
from reader.extraction.sources import is_medium, sender_in

_MARKDOWN = re.compile(r"^(#{1,6})\s+(.+)$")
_TIME_BELOW = re.compile(r"(?:发布|发表|更新|發佈|發表)?(?:时间|日期|時間)\s*[:：]")
_EDITOR_ALONE = re.compile(r"[\[【(（\s]*(?:责任|責任|网络)?(?:编\s*辑|編\s*輯|责\s*编)\s*[:：]\s*$")
_EDITOR_LOOSE = re.compile(
    r"[\[【\s]*(?:网站|网络|责任|責任)(?:编辑|編輯)\s*[-—丨|｜\s]\s*(?P<name>[\u3400-\u9fff]{2,4})[\]】\s]*$"
)
_NAME_LENGTH = 12
# How far below the text its source or time may still be told.
_BELOW = 20


@dataclass
class Reading:
    """Lines taken so far: what is known of the page, and where each went."""

    page: dict = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    labelled: bool = False  # whether the source was called so

    def take(self, rule: str, line: str) -> None:
        kind: Kind = "list" if BULLET.match(line) else "paragraph"
        self.removed.append(Removed(rule, line, kind, len(self.blocks)))


def read_dump(text: str) -> Page:
    """The page of a plain text. Lines above the body, inside and below it that are not its text go to `removed`,
    one entry each. Raises ExtractionError no_article where nothing is left."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in lines if line]
    weights = weigh(lines)
    head = find_head(lines, weights)
    end = len(lines) if head.written else find_end(lines, head.start, weights.end_from(head.start))
    reading = Reading()
    _read_head(reading, lines, head)
    if head.written:
        reading.blocks.extend(map(_block, lines[head.start : end]))
    else:
        _read_body(reading, lines[head.start : end], None if head.told is None else head.told - head.start)
    _read_tail(reading, lines[end:])
    if not reading.blocks:
        raise ExtractionError("no_article", text="\n".join(lines))
    return Page(**reading.page, blocks=tuple(reading.blocks), removed=tuple(reading.removed))


def _read_head(reading: Reading, lines: Sequence[str], head: Head) -> None:
    for at, line in enumerate(lines[: head.start]):
        if at == head.title:
            reading.page["title"] = titled(_MARKDOWN.sub(r"\2", line))
        elif head.title is None or at < head.title:
            _above_title(reading, line)
        else:
            _below_title(reading, line)


def _above_title(reading: Reading, line: str) -> None:
    rule = line_rule(line)
    if rule and rule.name == "breadcrumb":
        reading.page["channel"] = channel_in(line) or reading.page.get("channel", ())
    published = published_in(line) if INDEX.match(BULLET.sub("", line)) else None
    if published and "发布" in line:
        reading.page["published"], reading.page["published_precision"] = published
    reading.take(rule.name if rule else BEFORE, line)


def _below_title(reading: Reading, line: str) -> None:
    rule = line_rule(line)
    _tell_editor(reading.page, line)
    if rule and not is_telling(line):
        reading.take(rule.name, line)
    elif (not is_telling(line) and is_toolbar(line)) or not _tell(reading, line):
        reading.take("toolbar", line)
    elif _says_more(reading.page, line):
        reading.take("dateline", line)


def _tell(reading: Reading, line: str) -> bool:
    """Whether the line says who wrote the text, where or when; what it says first is kept."""
    page, labelled = reading.page, source_in(line)
    authors, published = credit_line(BULLET.sub("", line)) or author_within(line), published_in(line)
    source = labelled or sender_in(line) or (source_of(line) if is_telling(line) else medium_in(line))
    source = source if labelled or is_medium(source) or not is_surely_name(source) else ""
    if authors:
        page["authors"] = authors
    if source and not reading.labelled and (labelled or not page.get("source")):
        page["source"], reading.labelled = source.strip("[]【】"), bool(labelled)
    if published and page.get("published_precision", "day") == "day":
        page["published"], page["published_precision"] = published
    return bool(authors or source or published)


def _tell_editor(page: dict, line: str, following: str = "") -> None:
    """The first editor told; a label may have its name on the line below."""
    if _EDITOR_ALONE.match(line) and len(following) <= _NAME_LENGTH:
        line += following
    loose = _EDITOR_LOOSE.match(line)
    editor = editor_in(line) or (loose["name"] if loose else "")
    if editor and not page.get("editor"):
        page["editor"] = editor


def _says_more(page: dict, line: str) -> bool:
    """Whether something of the line is in no field: it must not vanish."""
    published, source, authors = published_in(line), source_in(line), authors_in(line)
    if published and published[0] != page.get("published"):
        return True
    if (source and bare(source) != bare(page.get("source", ""))) or editor_in(line) != page.get(
        "editor", editor_in(line)
    ):
        return True
    return bool(bare(rest_of(line)).replace(bare(page.get("source", "")), "")) and not authors


def _read_body(reading: Reading, body: Sequence[str], told: int | None) -> None:
    title = bare(reading.page.get("title", ""))
    removed = strangers(body)
    for at, line in enumerate(body):
        if at == told:
            _below_title(reading, line)
            continue
        if removed.get(at) == "editor_line":
            _tell_editor(reading.page, line)
        if at in removed:
            reading.take(removed[at], line)
        elif title and bare(line) == title:
            reading.take("hidden_duplicate", line)
        else:
            reading.blocks.append(_block(line))


def _read_tail(reading: Reading, tail: Sequence[str]) -> None:
    current = AFTER
    for at, line in enumerate(tail):
        rule = line_rule(line)
        if at < _BELOW or (rule and rule.name == "editor_line"):
            _tell_editor(reading.page, line, tail[at + 1] if at + 1 < len(tail) else "")
        if at < _BELOW:
            _tell_below(reading.page, line)
        current = rule.name if rule and rule.opens else current
        reading.take(_name(rule, current, line), line)


def _name(rule: LineRule | None, current: str, line: str) -> str:
    return rule.name if rule and not (current != AFTER and is_prose(line)) else current


def _tell_below(page: dict, line: str) -> None:
    """Some pages say below the text where and when: 本文来源：某报; 时间：…."""
    source = source_in(line) or sender_in(line)
    if source and not page.get("source"):
        page["source"] = source
    published = published_in(line) if _TIME_BELOW.match(line) else None
    if published and "published" not in page:
        page["published"], page["published_precision"] = published


def _block(line: str) -> Block:
    heading = _MARKDOWN.match(line)
    if heading:
        return Block("heading", heading[2], len(heading[1]))
    return Block("list", BULLET.sub("", line)) if BULLET.match(line) else Block("paragraph", line)
