"""Inside the container: what portals put above, between and below the paragraphs, and what those lines tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.extraction.boilerplate import rule_of
from reader.extraction.metadata import authors_in, editor_in, tell
from reader.extraction.page import Block, Removed

# Longer lines are prose, whatever they begin with.
_LINE_LENGTH = 120
_TELLING_LENGTH = 80
_PROSE = 60


@dataclass(frozen=True)
class Body:
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    told: dict


def without_boilerplate(body: Sequence[Block], title: str) -> Body:
    """The blocks of the article. Lines above the first prose may tell of it; a list's heading ends it."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    told: dict = {}
    ended = ""
    for block in body:
        rule = rule_of(block.text) if len(block.text) <= _LINE_LENGTH else None
        opening = not any(len(kept.text) >= _PROSE for kept in blocks)
        if rule:
            removed.append(Removed(rule.name, block.text, block.kind, len(blocks)))
            if rule.name == "editor_line" and not told.get("editor"):
                told["editor"] = editor_in(block.text)
            ended = rule.name if rule.opens and not opening else ended
        elif ended:
            removed.append(Removed(ended, block.text, block.kind, len(blocks)))
        elif opening and len(block.text) <= _TELLING_LENGTH and _tells(block.text, title, told):
            pass
        else:
            blocks.append(block)
    return Body(tuple(blocks), tuple(removed), told)


def _tells(line: str, title: str, told: dict) -> bool:
    """Whether the line is the title again, a byline, or says where and when."""
    return line == title or bool(authors_in(line) and tell(told, line)) or tell(told, line, strictly=True)
