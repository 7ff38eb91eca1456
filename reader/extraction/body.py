"""Inside the container: what portals put above, between and below the paragraphs, and what those lines tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.extraction.boilerplate import LineRule, rule_of
from reader.extraction.credits import closing_credit, credit_line, credits_in
from reader.extraction.dump_lines import is_toolbar
from reader.extraction.fragment import Item
from reader.extraction.metadata import editor_in, tell
from reader.extraction.page import Block, Removed, removal
from reader.extraction.print_edition import edition_in, is_edition_line
from reader.extraction.prose import is_prose
from reader.extraction.structure import structured
from reader.extraction.titles import bare, original_title_in

# Longer lines are prose, whatever they begin with.
_LINE_LENGTH = 120
_TELLING_LENGTH = 80
_PROSE = 60
_SECTION_NUMBER = re.compile(r"0\d$|[１-９1-9]$")


@dataclass
class Body:
    """`told` is what its lines say of the article."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    told: dict = field(default_factory=dict)
    widget: str = ""
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
        self.widget, self.begun = "", self.begun or is_prose(block.text)
        self.blocks.append(block)


def without_boilerplate(items: Sequence[Item], title: str) -> Body:
    """The blocks of the article. Lines above the first prose may tell of it; a list's heading ends it."""
    body = Body(title)
    for item in _below_title(body, items):
        block = item.block
        rule = rule_of(block.text) if len(block.text) <= _LINE_LENGTH else None
        name = rule.name if rule else "widget" if item.widget else _name_of(block)
        if name:
            body.take(name, block)
            body.widget = _widget(body, rule)
        elif body.widget and not _ends_widget(block):
            body.take(body.widget, block)
        elif author := closing_credit(block.text):
            body.told.setdefault("authors", author)
            body.take("byline", block)
        elif not body.begun and len(block.text) <= _TELLING_LENGTH and _tells(block.text, body):
            body.take("byline", block)
        else:
            body.keep(block)
    body.told.setdefault("authors", credits_in([block.text for block in body.blocks]))
    body.blocks = structured(body.blocks)
    return body


def _below_title(body: Body, items: Sequence[Item]) -> Sequence[Item]:
    """Nothing above the title is body; the title itself is metadata."""
    wanted = bare(body.title)
    at = next((at for at, item in enumerate(items[:40]) if wanted and bare(item.block.text) == wanted), -1)
    if at < 0 or any(is_prose(item.block.text) for item in items[:at]):
        return items
    for item in items[:at]:
        rule = rule_of(item.block.text)
        body.take(rule.name if rule else "navigation", item.block)
    return items[at + 1 :]


def _widget(body: Body, rule: LineRule | None) -> str:
    """The widget that is open after a line of this rule: a list's heading opens one, below the first paragraph."""
    if rule and rule.opens and body.begun:
        return rule.name
    return body.widget


def _ends_widget(block: Block) -> bool:
    """A paragraph of prose stands in no list of headlines: the article goes on."""
    return len(block.text) >= _PROSE and is_prose(block.text) and block.kind in ("paragraph", "quote")


def _tells(line: str, body: Body) -> bool:
    """Whether the line is a byline, or says where and when, and nothing else."""
    if authors := credit_line(line):
        body.told.setdefault("authors", authors)
        return True
    return tell(body.told, line, strictly=True)


def _name_of(block: Block) -> str:
    """The rule of a line that no pattern in the table knows: nothing but buttons, or nothing but a print edition. A row
    of numbers is a table's."""
    line = block.text
    if len(line) > _LINE_LENGTH:
        return ""
    if block.kind != "table" and is_toolbar(line) and not _SECTION_NUMBER.match(line):
        return "toolbar"
    return "print_edition" if is_edition_line(line) else ""
