"""Pages that scripts draw: the article stands in the page's own data, as HTML inside a JSON string."""

import json
import re

_KEYS = "articleBody|article_content|content|contentHtml|contentText|data|html|mainContent|newsContent|text"
# A JSON string; possessive quantifiers keep a broken one from costing quadratic time.
_HELD = re.compile(rf'"(?P<key>{_KEYS})"\s*+:\s*+"(?P<value>(?:[^"\\]|\\.)*+)"')
_SHORTEST = 100
_PARAGRAPH = re.compile(r"<(?:p|br|div|section)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_CHINESE = re.compile("[\u3400-\u9fff]")


def embedded_article(text: str) -> str:
    """The HTML of the article in a page's data, "" when there is none. Pieces under one key are one article."""
    pieces: dict[str, list[str]] = {}
    for match in _HELD.finditer(text):
        if len(match["value"]) >= _SHORTEST:
            value = _unescaped(match["value"])
            if _PARAGRAPH.search(value) or match["key"] == "articleBody":
                pieces.setdefault(match["key"], []).append(value)
    articles = ["".join(dict.fromkeys(values)) for values in pieces.values()]
    return max(articles, key=chinese, default="")


def chinese(html: str) -> int:
    """How many Chinese characters the markup shows."""
    return len(_CHINESE.findall(_TAG.sub("", html)))


def _unescaped(value: str) -> str:
    try:
        return json.loads(f'"{value}"', strict=False)
    except json.JSONDecodeError:
        return ""
