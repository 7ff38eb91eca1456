"""An HTML page: container by rule or by score, its blocks, and everything around it accounted for."""

import re
from dataclasses import dataclass

import lxml.html
from lxml.etree import ParserError, tostring
from lxml.html import HtmlElement

from reader.extraction.blocks import fold, fragment_blocks, tree_events
from reader.extraction.body import without_boilerplate
from reader.extraction.boilerplate import AFTER, BEFORE, rule_of
from reader.extraction.html_metadata import known_of, property_of
from reader.extraction.metadata import editor_in, source_in, tell
from reader.extraction.page import Block, ExtractionError, Page, Removed
from reader.extraction.scoring import best_container
from reader.extraction.site_rules import SITE_RULES, SiteRule, rule_for
from reader.extraction.titles import title_of

_GENERIC = SiteRule("", "")
_MARKER = "\ue000"
# A container known by its looks alone must hold a paragraph; a portal's own is trusted however short it is.
_SIGNED = 100


@dataclass(frozen=True)
class Found:
    """The article's place in the tree, and the rule that knew it; the generic one where none did."""

    container: HtmlElement
    rule: SiteRule


def read_html(text: str, url: str) -> Page:
    """The page of an HTML document; ExtractionError no_article, with all visible text, where there is none."""
    tree = _parse(text)
    stated = property_of(tree)
    found = _find(tree, url)
    if found is None:
        raise _no_article(tree)
    title = title_of(tree, found.container, found.rule.title)
    dropped = _drop(found)
    body = fragment_blocks(tostring(found.container, encoding="unicode", method="html", with_tail=False))
    if not body:
        raise _no_article(tree)
    known = known_of(tree, found.rule, url)
    above, below = _around(tree, found.container)
    kept = without_boilerplate(body, title)
    count = len(kept.blocks)
    removed = (
        *_removed(above, title, 0, BEFORE),
        *kept.removed,
        *(Removed(_rule(line, "widget"), line, "paragraph", count) for line in dropped),
        *_removed(below, title, count, AFTER),
    )
    known = _first_of(
        stated,
        known,
        kept.told,
        _told_by(dropped),
        _told_by([block.text for block in reversed(above)]),
        {"editor": _editor(removed)},
    )
    return Page(title=title, blocks=kept.blocks, removed=removed, **known)


def _first_of(*sources: dict) -> dict:
    """Field by field, what the first source that knows it says."""
    known: dict = {}
    for source in sources:
        for field, value in source.items():
            if value and not known.get(field):
                known[field] = value
                if field == "published":
                    known["published_precision"] = source["published_precision"]
    return known


def _parse(text: str) -> HtmlElement:
    # A declaration of encoding in what is text already would be an error.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(huge_tree=True))
    except (ParserError, ValueError) as error:
        raise ExtractionError("no_article") from error


def _no_article(tree: HtmlElement) -> ExtractionError:
    lines = [block.text for block, _ in fold(tree_events(tree))]
    return ExtractionError("no_article", text="\n".join(lines)) if lines else ExtractionError("empty")


def _find(tree: HtmlElement, url: str) -> Found | None:
    stated = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    known = rule_for(url, *stated)
    for rule in [known] if known else [rule for rule in SITE_RULES if rule.signature]:
        for selector in rule.containers.split(", "):
            for container in tree.cssselect(selector):
                if len(container.text_content().strip()) >= (1 if known else _SIGNED):
                    return Found(container, rule)
    container = best_container(tree)
    return None if container is None else Found(container, _GENERIC)


def _drop(found: Found) -> list[str]:
    """Take the site's widgets out of the container; their lines."""
    lines = []
    for node in found.container.cssselect(found.rule.drops) if found.rule.drops else ():
        if found.container in node.iterancestors():
            lines += [block.text for block, _ in fold(tree_events(node))]
            node.drop_tree()
    return lines


def _around(tree: HtmlElement, container: HtmlElement) -> tuple[list[Block], list[Block]]:
    """Every visible block above the container, and below it."""
    for child in list(container):
        container.remove(child)
    container.text = _MARKER
    lines = [block for block, _ in fold(tree_events(tree))]
    at = next((place for place, block in enumerate(lines) if _MARKER in block.text), len(lines))
    return lines[:at], lines[at + 1 :]


def _told_by(lines: list[str]) -> dict:
    told: dict = {}
    for line in lines:
        tell(told, line)
    return told


def _rule(line: str, otherwise: str) -> str:
    rule = rule_of(line)
    return rule.name if rule else otherwise


def _removed(lines: list[Block], title: str, before: int, otherwise: str) -> list[Removed]:
    rows, current = [], otherwise
    for block in lines:
        rule = rule_of(block.text)
        if rule and rule.opens:
            current = rule.name
        rows.append(Removed(rule.name if rule else current, block.text, block.kind, before))
    return [row for row in rows if row.text != title and not (before == 0 and source_in(row.text))]


def _editor(removed: tuple[Removed, ...]) -> str:
    return next((editor for row in removed if row.rule == "editor_line" and (editor := editor_in(row.text))), "")
