"""The title of an HTML page."""

import re

from lxml.html import HtmlElement

from reader.extraction.blocks import normalised

_STATED = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='ArticleTitle' or @name='title']/@content",
    "//title/text()",
)
# A site's name after the title: set apart by one of these signs, and short.
_SUFFIX = re.compile(r"(?:\s*[_|｜]+\s*|\s+[-—–]+\s*|[-—–]{2,}\s*|-(?=[^-]{2,12}$))[^_|｜]{1,24}$")
_LIKELY = re.compile(r"title|headline|tit\b|biaoti", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4")
SHORTEST = 4


def title_of(tree: HtmlElement, container: HtmlElement, selectors: str) -> str:
    """The site's own place; else the heading that the document's <title> repeats; else the nearest h1 above the
    body; else what <title> says before the site's name."""
    by_rule = _texts(tree.cssselect(selectors)) if selectors else []
    stated = _texts_of([said for path in _STATED for said in tree.xpath(path)])
    whole = _bare("".join(stated))
    for text in by_rule:
        if not stated or _bare(text) in whole or len(text) >= SHORTEST:
            return text
    headings = [node for node in tree.iter(*_HEADINGS) if container not in node.iterancestors()]
    named = [node for node in tree.iter("div", "p", "span", "strong", "td") if _is_named_title(node)]
    repeated = [text for text in _texts([*headings, *named]) if len(_bare(text)) >= SHORTEST and _bare(text) in whole]
    if repeated:
        return max(repeated, key=len)
    return _cut(stated) or next(iter(reversed(_texts([node for node in headings if node.tag == "h1"]))), "")


def _is_named_title(node: HtmlElement) -> bool:
    return len(node) < 4 and bool(_LIKELY.search(f"{node.get('id') or ''} {node.get('class') or ''}"))


def _texts(nodes: list[HtmlElement]) -> list[str]:
    return _texts_of([node.text_content() for node in nodes])


def _texts_of(values: list[str]) -> list[str]:
    return [text for text in map(normalised, values) if text]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _cut(stated: list[str]) -> str:
    """The shortest statement, without what follows its last separator, twice if need be."""
    title = min(stated, key=len, default="")
    for _ in range(2):
        shorter = _SUFFIX.sub("", title)
        title = shorter if len(_bare(shorter)) >= SHORTEST else title
    return title
