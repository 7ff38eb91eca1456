"""Where the article stands: by the site's rule, else by a publishing system's own container, else by score."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.extraction.addresses import stated_addresses
from reader.extraction.scoring import best_area
from reader.extraction.site_rules import SIGNED_RULES, rules_for
from reader.extraction.sites.rule import SiteRule
from reader.extraction.survey import Area, Survey

# Containers of publishing systems that many papers and most governments use: TRS, 方正, 大汉, WordPress, DedeCMS …
# Trusted where they hold most of what reads like prose.
SYSTEMS = SiteRule(
    "",
    "[itemprop=articleBody], #UCAP-CONTENT, .TRS_UEDITOR, .TRS_Editor, .trs_editor_view, #Zoom"
    ", #zoom, #ozoom, #articleContent, #article_content, #articleText, .article-content, .article_content"
    ", .articleContent, .article-body, .article__body, .entry-content, .post-content"
    ", .news_content, .news-content, .newsContent"
    ", .view-content, .wp_articlecontent, .v_news_content, .ewb-article-info, .detail-content, .content_detail"
    ", #vsb_content, #vsb_content_2, #ContentRegion, #js_content, #mainText, #contentMain, .pages_content, .art_con",
)
NO_RULE = SiteRule("", "")
_MOST = 0.6
# A signature found without an address must hold a paragraph; a portal's own container is trusted however short it is.
_SIGNED = 60


@dataclass(frozen=True)
class Found:
    """The article's container, and the rule that knew it; the generic one where none did."""

    area: Area
    rule: SiteRule


def find_container(page: Survey, url: str, title_at: int) -> Found | None:
    """By address (given or stated in the page), by signature, by system, by score."""
    for rule in rules_for(url, *stated_addresses(page)):
        for area in _areas(page, rule):
            return Found(area, rule)
    for rule in SIGNED_RULES:
        for area in _areas(page, rule, _SIGNED):
            return Found(area, rule)
    best = best_area(page, title_at)
    for area in _areas(page, SYSTEMS):
        if best is None or _prose(page, area) >= _MOST * _prose(page, best):
            return Found(area, NO_RULE)
    return None if best is None else Found(best, NO_RULE)


def site_rule(page: Survey, url: str) -> SiteRule:
    """The rule by address, whether its container is there or not; for the title, which is sought first."""
    return next(rules_for(url, *stated_addresses(page)), NO_RULE)


def _areas(page: Survey, rule: SiteRule, shortest: int = 1) -> Iterator[Area]:
    """For each selector that finds any, the area with most text."""
    for selector in rule.containers.split(", "):
        found = [area for node in page.find(selector) if (area := page.area_of.get(node))]
        best = max(found, key=page.characters_in, default=None)
        if best and page.characters_in(best) >= shortest:
            yield best


def _prose(page: Survey, area: Area) -> int:
    return sum(len(line.text) for line in page.lines[area.first : area.end] if line.prose)
