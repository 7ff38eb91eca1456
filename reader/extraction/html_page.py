"""An HTML page: container by rule or by score, its blocks, and everything around it accounted for."""

import re
from dataclasses import dataclass

import lxml.html
from lxml.etree import Comment, ParserError, tostring
from lxml.html import HtmlElement

from reader.extraction.blocks import fold, fragment_blocks, normalised, tree_events
from reader.extraction.boilerplate import AFTER, BEFORE, rule_of
from reader.extraction.metadata import authors_in, channel_in, editor_in, published_in, source_in
from reader.extraction.page import Block, ExtractionError, Page, Removed
from reader.extraction.scoring import best_container
from reader.extraction.site_rules import SITE_RULES, SiteRule, rule_for

_SUFFIX = re.compile(r"\s*[_|｜—–-]{1,2}\s*[^_|｜—–-]{2,20}$")
_TOLD = 150
_BYLINE_WITHIN = 3


@dataclass(frozen=True)
class Found:
    """The article's place in the tree, and the rule that knew it."""

    container: HtmlElement
    rule: SiteRule | None


def read_html(text: str, url: str) -> Page:
    """The page of an HTML document; ExtractionError no_article, with all visible text, where there is none."""
    tree = _parse(text)
    found = _find(tree, url)
    if found is None:
        raise _no_article(tree)
    body, cuts = _body(found)
    if not body:
        raise _no_article(tree)
    title = _title(tree, found)
    above, below = _around(tree, found.container)
    known = _known(tree, found, title, above)
    blocks, inner, told = _without_boilerplate(body, title)
    removed = [
        *_removed(above, title, 0, BEFORE),
        *inner,
        *[Removed(rule, line, "paragraph", len(blocks)) for rule, line in cuts],
        *_removed(below, title, len(blocks), AFTER),
    ]
    editor = known.pop("editor", "") or _editor(removed)
    return Page(title=title, editor=editor, blocks=tuple(blocks), removed=tuple(removed), **(told | known))


def _parse(text: str) -> HtmlElement:
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        # A declaration of encoding in what is text already would be an error.
        return lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (ParserError, ValueError) as error:
        raise ExtractionError("no_article") from error


def _no_article(tree: HtmlElement) -> ExtractionError:
    lines = [block.text for block, _ in fold(tree_events(tree))]
    return ExtractionError("no_article", text="\n".join(lines)) if lines else ExtractionError("empty")


def _find(tree: HtmlElement, url: str) -> Found | None:
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content")]
    known = rule_for(url, *stated)
    for rule in [known] if known else SITE_RULES:
        for selector in rule.containers:
            for container in tree.cssselect(selector):
                if container.text_content().strip():
                    return Found(container, rule)
    container = best_container(tree)
    return None if container is None else Found(container, None)


def _body(found: Found) -> tuple[list[Block], list[tuple[str, str]]]:
    """The container's blocks, and the widgets dropped from it as (rule, line)."""
    cuts = []
    for selector, rule in found.rule.drops if found.rule else ():
        for node in found.container.cssselect(selector):
            if node.getparent() is None or node is found.container:
                continue
            cuts += [(rule, block.text) for block, _ in fold(tree_events(node))]
            node.drop_tree()
    return fragment_blocks(tostring(found.container, encoding="unicode", method="html", with_tail=False)), cuts


def _around(tree: HtmlElement, container: HtmlElement) -> tuple[list[Block], list[Block]]:
    """Every visible block above the container, and below it."""
    marker, end = "\ue000", container.tail
    for child in list(container):
        container.remove(child)
    container.text, container.tail = marker, end
    lines = [block for block, _ in fold(tree_events(tree))]
    at = next(place for place, block in enumerate(lines) if marker in block.text)
    return lines[:at], lines[at + 1 :]


def _title(tree: HtmlElement, found: Found) -> str:
    chosen = [element for selector in (found.rule.titles if found.rule else ()) for element in tree.cssselect(selector)]
    above = [element for element in chosen or tree.iter("h1") if _stands_above(element, found.container)]
    for element in reversed(above) if not chosen else above:
        text = normalised(element.text_content())
        if text:
            return text
    stated = tree.xpath("//meta[@property='og:title']/@content") + tree.xpath("//title/text()")
    return next((_SUFFIX.sub("", normalised(title)) for title in stated if normalised(title)), "")


def _stands_above(element: HtmlElement, container: HtmlElement) -> bool:
    return container not in element.iterancestors()


def _known(tree: HtmlElement, found: Found, title: str, above: list[Block]) -> dict:
    """Source, time and channel: from the page's own places, else from the lines above the body."""
    rule = found.rule
    selectors = rule.tells if rule else ()
    places = [normalised(node.text_content()) for selector in selectors for node in tree.cssselect(selector)]
    lines = places + [block.text for block in above if len(block.text) < _TOLD]
    known: dict = {}
    for line in lines:
        if not known.get("source"):
            known["source"] = source_in(line)
        if "published" not in known and (moment := published_in(line)):
            known["published"], known["published_precision"] = moment
    crumbs = tree.cssselect(rule.breadcrumb) if rule and rule.breadcrumb else []
    steps = [normalised(crumbs[0].text_content())] if crumbs else [b.text for b in above if _is_breadcrumb(b.text)]
    known["channel"] = channel_in(steps[0]) if steps else ()
    return known | _property(tree)


def _property(tree: HtmlElement) -> dict:
    """The publishing system's own comment, where the page kept it: the time of publication."""
    for comment in tree.iter(Comment):
        if (comment.text or "").lstrip().startswith("enpproperty"):
            stated = re.search(r"<date>([^<]+?)(?:\.\d+)?</date>", comment.text)
            moment = published_in(stated[1]) if stated else None
            return {"published": moment[0], "published_precision": moment[1]} if moment else {}
    return {}


def _is_breadcrumb(line: str) -> bool:
    rule = rule_of(line)
    return rule is not None and rule.name == "breadcrumb"


def _without_boilerplate(body: list[Block], title: str) -> tuple[list[Block], list[Removed], dict]:
    blocks: list[Block] = []
    removed: list[Removed] = []
    told: dict = {}
    ended = ""
    for block in body:
        rule = rule_of(block.text)
        authors = authors_in(block.text) if len(blocks) < _BYLINE_WITHIN else ()
        if authors and not told.get("authors"):
            told["authors"] = authors
        elif rule and len(block.text) < _TOLD:
            removed.append(Removed(rule.name, block.text, block.kind, len(blocks)))
            ended = rule.name if rule.opens else ended
        elif ended:
            removed.append(Removed(ended, block.text, block.kind, len(blocks)))
        elif block.text != title:
            blocks.append(block)
    return blocks, removed, told


def _removed(lines: list[Block], title: str, before: int, otherwise: str) -> list[Removed]:
    rows, current = [], otherwise
    for block in lines:
        rule = rule_of(block.text)
        if rule and rule.opens:
            current = rule.name
        rows.append(Removed(rule.name if rule else current, block.text, block.kind, before))
    return [row for row in rows if row.text != title and not (before == 0 and source_in(row.text))]


def _editor(removed: list[Removed]) -> str:
    return next((editor for row in removed if row.rule == "editor_line" and (editor := editor_in(row.text))), "")
