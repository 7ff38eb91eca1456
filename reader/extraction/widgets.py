"""What stands in the container and is not the article's: the site's drops, lists of links, areas named as widgets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from reader.extraction.boilerplate import rule_of
from reader.extraction.scoring import UNLIKELY
from reader.extraction.survey import Area, Line, Survey

# A list of links: so much of it in links, in so many lines. What holds so much of the container is the article itself.
_LINKED, _LINES = 0.6, 3
_SMALL = 0.3
_SENTENCE = 8
# A link at the end of the last paragraph that leads home.
_BACK = re.compile(r"\s*(?:返回|进入)[\u4e00-\u9fff]{2,8}(?:，查看更多)?\s*(?:>>|》|»)?\s*$")
# What a document's own list of links is announced by, what its links lead to, what they are called.
_ANNOUNCES = re.compile(
    r"[（(【\[]?(?:相关)?(?:附\s*件|附\s*录|附\s*表|附\s*图|(?:法律|政策|文件|主要)?依据|参考(?:文献|资料)|參考(?:文獻|資料)|引用|注释|注\s*[:：]|文件下载|目录|名单)"
)
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|csv)(?:$|[?#])", re.IGNORECASE)
_TITLE = re.compile(r"[\d.、．（()）\s]*《[^》]+》")
# So named, even sentences are not the article's.
_NEVER = re.compile(
    r"comment|pinglun|recommend|tuijian|related|relRead|hotnews|share[-_]|qrcode|erweima", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Widget:
    """`first` and `end` are its lines' places on the page, equal when it is an inline element."""

    node: _Element
    lines: list[str]
    first: int = 0
    end: int = 0


def widgets_in(page: Survey, area: Area, drops: str) -> list[Widget]:
    """The outermost widgets, in no order."""
    nodes = {node for node in page.find(drops) if area.node in node.iterancestors()}
    nodes |= {link for link in area.node.iter("a") if _BACK.match("".join(link.itertext()))}
    nodes |= {inner.node for inner in page.within(area) if inner.end > inner.first and _is_widget(page, inner, area)}
    outermost = [node for node in nodes if nodes.isdisjoint(node.iterancestors())]
    return [_widget(page, node) for node in outermost]


def _widget(page: Survey, node: _Element) -> Widget:
    at = page.area_of.get(node)
    return Widget(node, page.lines_of(node), at.first, at.end) if at else Widget(node, page.lines_of(node))


def _is_widget(page: Survey, area: Area, container: Area) -> bool:
    if page.characters_in(area) > _SMALL * page.characters_in(container):
        return False
    if area.end - area.first >= _LINES and page.link_density(area) > _LINKED:
        return not _is_documents(page, area, container)
    if not area.name or not UNLIKELY.search(area.name):
        return False
    if _links_to_files(area):
        return False
    return bool(_NEVER.search(area.name)) or not any(_prose(page, area))


def _is_documents(page: Survey, area: Area, container: Area) -> bool:
    """Attachments, or what a text rests on: announced by the line above or the list's own first, introduced by words
    with a colon, or links to files, or most of them titles in 《》. Costs: a list of other articles so written."""
    lines = page.lines[area.first : area.end]
    above = page.lines[area.first - 1 : area.first] if area.first > container.first else []
    if any(_ANNOUNCES.match(line.text) for line in (*above, lines[0])) or any(map(_introduces, above)):
        return True
    if _links_to_files(area):
        return True
    return sum(bool(_TITLE.match(line.text)) for line in lines) * 2 > len(lines)


def _introduces(line: Line) -> bool:
    """Words that end in a colon say what follows, unless they are a list's heading: 本办法依据下列文件制定："""
    return len(line.text) >= _SENTENCE and line.text[-1] in "：:" and not line.linked and rule_of(line.text) is None


def _links_to_files(area: Area) -> bool:
    return any(_FILE.search(link.get("href") or "") for link in area.node.iter("a"))


def _prose(page: Survey, area: Area) -> Iterator[bool]:
    return (line.prose for line in page.lines[area.first : area.end])
