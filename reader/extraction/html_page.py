"""An HTML page, step by step: the container by rule or by score, its blocks, and everything around accounted for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.extraction.addresses import own_address
from reader.extraction.baseline import baseline
from reader.extraction.body import Body, without_boilerplate
from reader.extraction.boilerplate import AFTER, BEFORE, rule_of
from reader.extraction.containers import NO_RULE, Found, find_container, site_rule
from reader.extraction.credits import affiliated, author_within, credit_line
from reader.extraction.dateline import medium_beside
from reader.extraction.editors import is_editor_line
from reader.extraction.embedded import Embedded, embedded_article, inserted, title_in, told_by
from reader.extraction.following import pager_of
from reader.extraction.fragment import Item, read_fragment
from reader.extraction.gathering import gather
from reader.extraction.headlines import headlines_of
from reader.extraction.html_metadata import (
    Told,
    telling_lines,
    told_by_address,
    told_by_breadcrumb,
    told_by_data,
    told_by_meta,
    told_by_site,
    told_by_system,
    with_values,
)
from reader.extraction.merging import merged, settled
from reader.extraction.metadata import editor_in, tell
from reader.extraction.notices import notice_in
from reader.extraction.opening import holds_all, opened
from reader.extraction.page import Block, ExtractionError, Page, Removed
from reader.extraction.sites.rule import SiteRule
from reader.extraction.sources import closing_source
from reader.extraction.survey import Line, Survey, survey
from reader.extraction.titles import Title, title_of
from reader.extraction.tree import parse
from reader.extraction.unlinking import unlink
from reader.extraction.widgets import widgets_in

# An article in the page's data is taken when the page itself shows less than so much of it.
_SHOWN = 0.5
# Lines so near the body tell of it; farther up stand other articles' times.
_NEAR, _BELOW_TITLE, _CLOSING = 12, 30, 2
_LONGEST_TELLING = 120
# A look before the dearer one: a year, or a word for source or author, within the first dozen characters.
_MAY_TELL = re.compile(
    r".{0,12}?(?:(?:19|20)\d\d|[二一][〇零○九]|民[国國]|[来來源作署文撰出转轉]|[记記采]|[A-Z][a-z]{2})"
)
TELLING_RULES = ("byline", "editor_line")
# Only a page that shows hardly anything is looked through for data, and data must hold a paragraph.
_LITTLE, _LEAST_EMBEDDED = 400, 60


@dataclass(frozen=True)
class Reading:
    """What stands in the body's place, and the lines above and below it."""

    items: Sequence[Item]
    above: Sequence[Line]
    below: Sequence[Line]


@dataclass(frozen=True)
class Seen:
    """The page, its title and its container; `article` is what stood in a script and is in the page now."""

    page: Survey
    title: Title
    found: Found | None
    article: Embedded = field(default_factory=Embedded)

    @property
    def lines(self) -> list[str]:
        return self.page.lines_of(self.found.area.node) if self.found else []


def read_html(text: str, url: str) -> Page:
    """The page of an HTML document; ExtractionError no_article, with all visible text, where there is none."""
    seen = _revealed(_unlinked(_seen(survey(parse(text)), url), url), url)
    page, title, found = seen.page, seen.title, seen.found
    if notice := notice_in([line.text for line in page.lines]):
        raise ExtractionError("notice", {"notice": notice}, "\n".join(line.text for line in page.lines))
    rule = found.rule if found and found.rule.host else site_rule(page, url)
    told = [*_stated(page, rule, url), ("page_data", told_by(seen.article))]
    origin, address = own_address(page)
    pager = pager_of(page, url or address)
    reading = _reading(page, found, title)
    body = without_boilerplate(reading.items, title.text)
    if not body.blocks:
        raise no_article(page)
    made = _page(page, title, body, reading, told)
    rules = {**made.rules, "url": origin} if address else made.rules
    return replace(
        made,
        url=address,
        rules=rules,
        following=pager.following,
        preceding=pager.preceding,
        whole=pager.whole,
    )


def _seen(page: Survey, url: str) -> Seen:
    """The page with its title and its container; each of the two helps to find the other."""
    rule = site_rule(page, url)
    title = title_of(page, rule.title)
    found = find_container(page, url, title.line)
    if found and found.rule.host and found.rule != rule:
        title = title_of(page, found.rule.title)
    if found and not found.rule.host and gather(page, found.area, title.end):
        again = survey(page.root)
        return Seen(again, title_of(again, rule.title), Found(again.area_of[found.area.node], found.rule))
    return Seen(page, title, found)


def _unlinked(seen: Seen, url: str) -> Seen:
    """The page once more where no article was found because its paragraphs are links."""
    return _seen(survey(seen.page.root), url) if seen.found is None and unlink(seen.page.root) else seen


def _revealed(seen: Seen, url: str) -> Seen:
    """The page once more where the article stood in something that it does not show."""
    shown = seen.lines
    node, article = opened(seen.page, shown), Embedded()
    if node is None:
        article = _drawn(seen.page, sum(map(len, shown)))
        if not article.html:
            return seen
        node = inserted(seen.page, article, seen.found.area.node if seen.found else None)
    again = _seen(survey(seen.page.root), url)
    lines = again.page.lines_of(node)
    if again.found is None or article.html or holds_all(lines, shown):
        again = replace(again, found=Found(again.page.area_of[node], again.found.rule if again.found else NO_RULE))
    if article.html:
        again = replace(again, title=title_in(article, again.title, lines[0]), article=article)
    return again


def _drawn(page: Survey, shown: int) -> Embedded:
    """The article in the page's data, if the page shows hardly anything and much less than that."""
    article = embedded_article(page.root, shown) if shown < _LITTLE else Embedded()
    return article if article.size > _LEAST_EMBEDDED and article.size * _SHOWN > shown else Embedded()


def _page(page: Survey, title: Title, body: Body, reading: Reading, told: list[tuple[str, Told]]) -> Page:
    below_title = reading.above[title.end :][:_BELOW_TITLE] if title.line >= 0 else []
    near_above = [*telling_lines(page, below_title), *reversed(telling_lines(page, reading.above[-_NEAR:]))]
    headlines = headlines_of(page, title, reading.above)
    own = headlines.lines | set(range(title.line, title.end))
    above = _removed([line for at, line in enumerate(reading.above) if at not in own], title.text, 0, BEFORE)
    below = _removed(reading.below, title.text, len(body.blocks), AFTER)
    told = [
        *told[:1],
        ("line_in_body", body.told),
        ("line_above", _told_by(near_above)),
        ("line_in_body", _told_by(with_values(row.text for row in body.removed if row.before == 0))),
        ("line_above", {"overline": headlines.overline, "subtitle": headlines.subtitle}),
        *told[1:],
        ("line_above", {"source": medium_beside(telling_lines(page, below_title))}),
        ("line_below", _told_by(row.text for row in below[:_NEAR] if row.rule in TELLING_RULES)),
        ("line_below", _told_by(filter(editor_in, with_values(row.text for row in below)))),
        ("line_in_body", _told_by(filter(is_editor_line, with_values(row.text for row in body.removed)))),
        ("line_in_body", {"source": closing_source([block.text for block in body.blocks[-_CLOSING:]])}),
    ]
    fields, rules = merged(told)
    if not fields.get("source") or fields.get("published_precision", "day") == "day":
        fields, rules = merged([*told, ("page_data", told_by_data(page.root))])
    fields, rules = settled(fields, rules)
    fields["authors"] = affiliated(fields.get("authors", ()), [block.text for block in body.blocks])
    rules = {"title": title.origin, **rules} if title.text else rules
    removed = (*above, *body.removed, *below)
    return Page(title=title.text, blocks=tuple(body.blocks), removed=removed, rules=rules, **fields)


def _stated(page: Survey, rule: SiteRule, url: str) -> list[tuple[str, Told]]:
    """What the page says apart from its lines; the places most to be trusted first."""
    return [
        ("site_rule", told_by_site(page, rule)),
        ("publishing_system", told_by_system(page.comments)),
        ("breadcrumb", told_by_breadcrumb(page, rule)),
        ("meta", told_by_meta(page)),
        ("address", told_by_address(url)),
    ]


def _reading(page: Survey, found: Found | None, title: Title) -> Reading:
    if found:
        widgets = widgets_in(page, found.area, found.rule.drops)
        items = read_fragment(page, found.area, widgets)
        return Reading(items, page.lines[: found.area.first], page.lines[found.area.end :])
    kept = baseline(page, title.line)
    if not kept:
        raise no_article(page)
    first, end = kept[0], kept[-1] + 1
    keep = set(kept)
    items = [Item(_block(page.lines[at]), at not in keep) for at in range(first, end)]
    return Reading(items, page.lines[:first], page.lines[end:])


def _block(line: Line) -> Block:
    return Block(line.sort[0], line.text, line.sort[1])


def no_article(page: Survey) -> ExtractionError:
    if lines := [line.text for line in page.lines]:
        return ExtractionError("no_article", text="\n".join(lines))
    return ExtractionError("unshown" if next(page.root.iter("script", "iframe"), None) is not None else "empty")


def _told_by(lines: Iterable[str]) -> Told:
    told: Told = {}
    for line in lines:
        if len(line) <= _LONGEST_TELLING:
            tell(told, line)
            told["authors"] = told.get("authors") or credit_line(line) or author_within(line)
    return told


def _removed(lines: Sequence[Line], title: str, before: int, otherwise: str) -> list[Removed]:
    """A row for each line but the title's, which is metadata. A list's heading names the lines below it."""
    rows, current = [], otherwise
    for line in lines:
        rule = rule_of(line.text)
        if rule and rule.opens:
            current = rule.name
        name = rule.name if rule else "byline" if _is_byline(line.text) else current
        rows.append(Removed(name, line.text, line.sort[0], before))
    return [row for row in rows if row.text != title]


def _is_byline(text: str) -> bool:
    return len(text) <= _LONGEST_TELLING and bool(_MAY_TELL.match(text)) and tell({}, text, strictly=True)
