"""What an HTML page states of its article outside the running text."""

import re

from lxml.etree import Comment
from lxml.html import HtmlElement

from reader.extraction.blocks import normalised
from reader.extraction.metadata import channel_in, published_in, tell
from reader.extraction.site_rules import SiteRule

_TIMES = (
    "//meta[@property='article:published_time' or @property='og:release_date']/@content",
    "//meta[@name='publishdate' or @name='PubDate' or @name='pubdate' or @name='publish_time'"
    " or @name='weibo: article:create_at']"
    "/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time/@datetime",
)
_SOURCES = "//meta[@name='mediaid' or @name='ContentSource' or @name='source']/@content"
_CRUMBS = ".crumbs, .breadcrumb, .bread, .route, #rwb_navpath, .path, .location, .weizhi, .crumb, .position, .mbx"
_IN_ADDRESS = re.compile(r"(20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=\D|$)")
_IN_DATA = re.compile(r'"(?:datePublished|pubDate|publishTime|publish_time|newsTime)"\s*:\s*"([^"]{10,25})"')
_LONGEST = 300


def known_of(tree: HtmlElement, rule: SiteRule, url: str) -> dict:
    """Source, time, authors, editor and channel, each from the first place that says it: the site's own places,
    meta elements, the page's data, the address."""
    known: dict = {}
    for node in tree.cssselect(rule.tells) if rule.tells else ():
        text = normalised(node.text_content())
        if len(text) < _LONGEST:
            tell(known, text)
    crumbs = [normalised(node.text_content()) for node in tree.cssselect(rule.breadcrumb or _CRUMBS)]
    steps = [channel_in(text) for text in crumbs if text and len(text) < _LONGEST]
    known["channel"] = next(filter(None, steps), ())
    known.setdefault("source", next(filter(None, map(normalised, tree.xpath(_SOURCES))), ""))
    if known.get("published_precision", "day") == "day":
        _time(known, tree, url)
    return known


def _time(known: dict, tree: HtmlElement, url: str) -> None:
    """A finer time than the day, or any where there is none yet."""
    stated = [said for path in _TIMES for said in tree.xpath(path)]
    stated += [match for script in tree.iter("script") for match in _IN_DATA.findall(script.text or "")]
    moments = [moment for said in stated if (moment := published_in(said))]
    moments += [moment for match in _IN_ADDRESS.findall(url) if (moment := published_in("-".join(match)))]
    best = next((moment for moment in moments if moment[1] != "day"), moments[0] if moments else None)
    if best and (best[1] != "day" or "published" not in known):
        known["published"], known["published_precision"] = best


def property_of(tree: HtmlElement) -> dict:
    """The publishing system's own comment (方正 enpproperty), where the page kept it: the time of publication."""
    for comment in tree.iter(Comment):
        if (comment.text or "").lstrip().startswith("enpproperty"):
            stated = re.search(r"<date>([^<]+?)(?:\.\d+)?</date>", comment.text)
            moment = published_in(stated[1]) if stated else None
            return {"published": moment[0], "published_precision": moment[1]} if moment else {}
    return {}
