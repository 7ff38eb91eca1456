"""Inside the container: what portals put above, between and below the paragraphs, and what those lines tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.extraction.body_lines import Line, head_line, is_caption, is_promotion_row, lines_of, stays_above, tells
from reader.extraction.boilerplate import rule_of
from reader.extraction.credits import closing_credit, credits_in
from reader.extraction.editors import is_editor_name
from reader.extraction.fragment import Item
from reader.extraction.metadata import editor_in
from reader.extraction.page import Block, Removed, removal
from reader.extraction.print_edition import edition_in
from reader.extraction.prose import is_prose
from reader.extraction.structure import structured
from reader.extraction.titles import bare, original_title_in

_TELLING_LENGTH = 80
# A summary is among the first lines.
_SUMMARY = 3


@dataclass
class Body:
    """`told` is what its lines say of the article."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    told: dict = field(default_factory=dict)
    begun: bool = False

    def take(self, rule: str, block: Block) -> None:
        self.removed.append(removal(rule, block, len(self.blocks)))
        if rule == "editor_line" and (editor := editor_in(block.text)):
            self.told.setdefault("editor", editor)
        if rule == "original_title" and (title := original_title_in(block.text)):
            self.told.setdefault("original_title", title)
        if edition := edition_in(block.text):
            self.told.setdefault("print_edition", edition)

    def keep(self, block: Block) -> None:
        self.begun = self.begun or is_prose(block.text)
        self.blocks.append(replace(block, kind="caption") if is_caption(block) else block)


def without_boilerplate(items: Sequence[Item], title: str) -> Body:
    """The blocks of the article. Lines above the first prose may tell of it; a list's heading takes its links along.

    Between paragraphs only what is nothing but boilerplate goes, word for word; below the last, what begins like it.
    """
    body = Body(title)
    lines = lines_of(_below_title(body, items))
    lists = _lists(lines) | _editors(lines)
    last = max((at for at, line in enumerate(lines) if line.is_body and at not in lists), default=-1)
    taken: dict[int, str] = {}
    for at, line in enumerate(lines):
        inside = line.exact if body.begun else line.above
        name = "repeated_lead" if _is_repeated(lines, at) else inside if at < last else line.name
        if name:
            body.take(name, line.block)
            taken[at] = name
        elif lists.get(at) in taken:
            body.take(taken[lists[at]], line.block)
        elif not _told(body, line.block):
            if at > last >= 0 and is_promotion_row(line, body.blocks):
                body.take("recommendation_list", line.block)
            else:
                body.keep(line.block)
    body.told.setdefault("authors", credits_in([block.text for block in body.blocks]))
    body.blocks = structured(body.blocks)
    return body


def _below_title(body: Body, items: Sequence[Item]) -> Sequence[Item]:
    """What stands above the title is no body, but the number of a document; the title itself, on one line or on
    several, is metadata."""
    at, end = _title_in(items[:40], bare(body.title))
    if at < 0 or any(is_prose(item.block.text) for item in items[:at]):
        return items
    above = []
    for item in items[:at]:
        rule = rule_of(item.block.text)
        if rule is None and stays_above(item.block.text):
            above.append(item)
        else:
            body.take(rule.name if rule else "navigation", item.block)
    return [*above, *items[end:]]


def _title_in(items: Sequence[Item], wanted: str) -> tuple[int, int]:
    """Where the items say the title, from and up to; (-1, 0) when they do not."""
    said = [bare(item.block.text) for item in items]
    for at, first in enumerate(said):
        end = at + 1
        while first and end < len(said) and len(first) < len(wanted) and wanted.startswith(first):
            first, end = first + said[end], end + 1
        if wanted and first == wanted:
            return at, end
    return -1, 0


def _lists(lines: Sequence[Line]) -> dict[int, int]:
    """For each line of a list of other articles the place of the list's heading: its links, and what stands in one
    entry with a link. Anything else ends it: the article goes on."""
    found: dict[int, int] = {}
    heading, begun = -1, False
    for at, line in enumerate(lines):
        if line.rule and line.rule.opens and not line.is_sentence and begun:
            heading = at
        elif not (line.name or line.is_linked or line.beside_link):
            heading = -1
        elif heading >= 0:
            found[at] = heading
        begun = begun or line.is_body
    return found


def _editors(lines: Sequence[Line]) -> dict[int, int]:
    """For each name below an editor's label the place of the label."""
    return {
        at: at - 1 for at, line in enumerate(lines) if at and is_editor_name(lines[at - 1].block.text, line.block.text)
    }


def _is_repeated(lines: Sequence[Line], at: int) -> bool:
    """A paragraph broken off by … above the text that says it whole. One that stands there twice is a quote for show:
    it stays."""
    text = lines[at].block.text
    beginning = text.rstrip("….")
    if at >= _SUMMARY or len(beginning) == len(text) or not is_prose(text):
        return False
    return any(line.block.text.startswith(beginning) for line in lines[at + 1 :])


def _told(body: Body, block: Block) -> bool:
    """Whether the line is nothing but a credit or a byline, which is metadata."""
    if author := closing_credit(block.text):
        body.told.setdefault("authors", author)
    elif (
        body.begun or len(block.text) > _TELLING_LENGTH or not (head_line(block.text) and tells(block.text, body.told))
    ):
        return False
    body.take("byline", block)
    return True
