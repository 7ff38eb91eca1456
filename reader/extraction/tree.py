"""Markup becomes a tree."""

import re

from lxml.etree import HTMLParser, ParserError, XMLSyntaxError, _Element, fromstring

from reader.extraction.page import ExtractionError

# How deep the parser goes, and what it says where a page goes deeper: the rest of the page would be missing.
DEEPEST, _TOO_DEEP = 2048, 114
# No page names so much in one tag. The parser looks for each name among all before it.
_LONGEST_TAG, _MOST_NAMES = 10_000, 1000
_LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)(\s[^<>]{{{_LONGEST_TAG},}})>")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?")
# A declaration of encoding in what is text already would be an error.
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(text: str) -> _Element:
    """The tree of an HTML document, however broken; ExtractionError no_article where no element can be made of it, deep
    where the parser would leave out what is nested too deep.

    lxml alone: it costs a tenth of what BeautifulSoup does, which reads only the fragment that holds the article.
    """
    # Bytes in a known encoding are parsed a third faster than str.
    data = _tame(_DECLARATION.sub("", text)).encode("utf-8", "replace")
    parser = HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        root = fromstring(data, parser)
    except (ParserError, XMLSyntaxError) as error:
        raise ExtractionError("no_article") from error
    if any(entry.type == _TOO_DEEP for entry in parser.error_log):
        raise ExtractionError("deep", {"levels": DEEPEST})
    if root is None:
        raise ExtractionError("no_article")
    return root


def _tame(text: str) -> str:
    """The markup without what no tree can hold: references to control characters, and tags of a thousand attributes,
    which keep their name alone."""
    if "&#" in text:
        text = _REFERENCE.sub(_printable, text)
    return _LONG_TAG.sub(_short, text) if max(map(len, text.split("<"))) > _LONGEST_TAG else text


def _printable(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    return "" if number < 32 and chr(number) not in "\t\n\r" else match[0]


def _short(match: re.Match[str]) -> str:
    many = len(match[2].split()) > _MOST_NAMES and match[2].count("=") > _MOST_NAMES
    return f"<{match[1]}>" if many else match[0]
