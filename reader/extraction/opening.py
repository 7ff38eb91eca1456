"""An article that the page holds and does not show: in a frame's srcdoc, <noscript>, <template>, <textarea>, or hidden
until the reader asks for the whole text."""

import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from lxml.etree import _Element

from reader.extraction.decoding import decode
from reader.extraction.page import ExtractionError
from reader.extraction.prose import is_prose
from reader.extraction.survey import Survey
from reader.extraction.tree import parse

_HELD = frozenset({"iframe", "noscript", "template", "textarea"})
_CODE = frozenset({"script", "style", "iframe"})
_MARKUP = re.compile(r"</(?:div|p|section|body|html|br)\s*>|<br\b", re.IGNORECASE)
_DATA = re.compile(r"data:text/html[^,]*?(?P<coded>;base64)?,", re.IGNORECASE)
# The button that shows the rest.
_MORE = re.compile(
    r"\W*(?:点击|點擊|查看|阅读|閱讀|展开|展開|显示|顯示|余下|剩余)+(?:更多|全部|全文|剩余|余下|正文|内容|內容|全部内容)+\W*$"
    r"|\W*(?:全文|展开|展開|阅读更多)\W*$"
)
# Less is a notice. What is held is the article when the page shows less than so much of it.
_LEAST, _SHOWN = 60, 0.5
# Shown prose of so many characters, or of such a share of what a frame holds, is a teaser or a footer.
_LITTLE, _HARDLY = 120, 0.1


@dataclass(frozen=True, slots=True)
class _Kept:
    """`lines` of prose stand in the element `node`; `content` is what its text or srcdoc is the source of."""

    node: _Element
    lines: Sequence[str]
    content: _Element | None = None

    @property
    def size(self) -> int:
        return sum(map(len, self.lines))


def opened(page: Survey, shown: Sequence[str]) -> _Element | None:
    """The element that holds the article, made visible in the page's tree; None, with the tree as it was, where what is
    `shown`, the lines of the container, is all there is.

    Hidden text is also opened where the page has a button for it and the text is not shown elsewhere. Costs: a hidden
    second version of a page that shows less than half of it is taken for the article.
    """
    prose = [line for line in shown if is_prose(line)]
    kept = max(map(_kept, page.unseen), key=lambda one: one.size, default=None)
    if kept is None or kept.size < _LEAST:
        return None
    if not _is_article(kept, prose) and not _is_asked_for(page, kept, prose):
        return None
    _show(kept)
    return kept.node


def _is_article(kept: _Kept, prose: Sequence[str]) -> bool:
    """It is much more than what is shown, and that is its beginning or nothing to speak of. Terms of use are long."""
    size = sum(map(len, prose))
    if size >= _SHOWN * kept.size:
        return False
    return size < _LITTLE or holds_all(kept.lines, prose) or (kept.node.tag in _HELD and size < _HARDLY * kept.size)


def _is_asked_for(page: Survey, kept: _Kept, prose: Sequence[str]) -> bool:
    """There is a button for the rest, and hidden text that is not shown."""
    if kept.content is not None or set(prose).issuperset(kept.lines):
        return False
    return any(_MORE.match(line.text) for line in page.lines)


def holds_all(lines: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether the opened lines begin as the shown ones do: they are the whole text then, not the rest of it."""
    first = next((line for line in shown if is_prose(line)), "").rstrip("….")
    return not first or any(line.startswith(first) for line in lines)


def _kept(node: _Element) -> _Kept:
    content = _content(node)
    source = node if content is None else content
    parts = [part for part in _texts(source) if is_prose(part)]
    return _Kept(node, parts, content)


def _content(node: _Element) -> _Element | None:
    """What a frame's srcdoc, or source in an element's text, is the markup of; of a frame that holds nothing but
    another frame, that one's."""
    if node.tag == "iframe":
        text = node.get("srcdoc") or _in_address(node.get("src") or "")
    else:
        text = node.text if node.tag in _HELD and not len(node) and _MARKUP.search(node.text or "") else ""
    if not text:
        return None
    try:
        content = parse(text)
    except ExtractionError:
        return None
    inner = next(content.iter("iframe"), None)
    if inner is None or any(map(is_prose, _texts(content))):
        return content
    held = _content(inner)
    return content if held is None else held


def _in_address(address: str) -> str:
    """The page that a data: address holds; "" where it is none, or broken."""
    match = _DATA.match(address)
    if not match:
        return ""
    data = unquote_to_bytes(address[match.end() :])
    try:
        return decode(b64decode(data) if match["coded"] else data, match[0])
    except (ValueError, ExtractionError):
        return ""


def _texts(root: _Element) -> list[str]:
    """Its pieces of text, those of code left out."""
    found = []
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag not in _CODE and node.text:
            found += node.text.splitlines()
        if node.tail and node is not root:
            found += node.tail.splitlines()
    return [text for piece in found if (text := piece.strip())]


def _show(kept: _Kept) -> None:
    node = kept.node
    node.tag = "pre" if node.tag == "textarea" and kept.content is None else "div" if node.tag in _HELD else node.tag
    node.attrib.pop("hidden", None)
    node.attrib.pop("style", None)
    if kept.content is not None:
        node.text = None
        node.append(kept.content)
        for inner in list(node.iter("html", "head", "body")):
            inner.tag = "noscript" if inner.tag == "head" else "div"
