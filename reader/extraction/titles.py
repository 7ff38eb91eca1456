"""The title of an HTML page."""

import re
from dataclasses import dataclass

from reader.extraction.elements import normalised
from reader.extraction.survey import Survey

_STATED = ("og:title", "ArticleTitle", "title", "twitter:title")
# A site's name after the title: set apart by one of these signs, and short.
_SUFFIX = re.compile(r"(?:\s*[_|｜]+\s*|\s+[-—–]+\s*|[-—–]{2,}\s*|-(?=[^-]{2,12}$))[^_|｜]{1,24}$")
SHORTEST = 4
_LONGEST = 120
_NAMED = re.compile(r"title|biaoti|headline", re.IGNORECASE)
_LONG = 8


@dataclass(frozen=True, slots=True)
class Title:
    """`origin` is one of ORIGINS; `line` the place among the page's lines, -1 when it is not visible."""

    text: str
    origin: str
    line: int = -1


def title_of(page: Survey, selectors: str) -> Title:
    """The site's own place; else the line that the document's <title> begins with, a heading rather than another; else
    what <title> says before the site's name; else the first h1."""
    stated = stated_titles(page)
    by_rule = list(filter(None, (normalised("".join(node.itertext())) for node in page.find(selectors))))
    whole = [bare(text) for text in stated]
    sure = [text for text in by_rule if any(_is_stated(bare(text), one) for one in whole)]
    named = [text for text in by_rule if len(bare(text)) >= SHORTEST] if not whole or "h1" not in selectors else []
    for text in (*sure, *named):
        return Title(text, "site_rule", _line(page, text))
    at, cut = _repeated(page, whole), _cut(stated)
    if _is_channel(page, at, cut) and (heading := _first_long_heading(page)) >= 0:
        at = heading
    if at >= 0:
        return Title(page.lines[at].text, "heading", at)
    first = next((at for at, line in enumerate(page.lines) if line.sort == ("heading", 1)), -1)
    if not cut and first >= 0:
        return Title(page.lines[first].text, "heading", first)
    return Title(cut, "document_title", _line(page, cut))


def _is_stated(text: str, whole: str) -> bool:
    """The document's title begins with it or holds it; a site's short name at the end of one is no title."""
    return bool(text) and (whole.startswith(text) or (len(text) >= _LONG and text in whole))


def stated_titles(page: Survey) -> list[str]:
    """What meta elements, in the order of _STATED, and <title> call the document."""
    said = {node.get("property") or node.get("name"): node.get("content") for node in page.head if node.get("content")}
    titles = [node.text for node in page.head if node.tag == "title"]
    found = [normalised(text) for text in (*map(said.get, _STATED), *titles) if text]
    return [text for text in found if text and "无标题文档" not in text]


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _line(page: Survey, text: str) -> int:
    return next((at for at, line in enumerate(page.lines) if line.text == text), -1)


def _repeated(page: Survey, whole: list[str]) -> int:
    """The line that a stated title begins with: headings before other lines, longer before shorter, earlier first."""
    best, at = (False, 0), -1
    beginnings = {one[0] for one in whole if one}
    for place, line in enumerate(page.lines):
        first = line.text[0]
        if len(line.text) > _LONGEST or (first.isalnum() and first not in beginnings):
            continue
        text = bare(line.text)
        if len(text) >= SHORTEST and any(one.startswith(text) for one in whole):
            rank = (line.sort[0] == "heading", len(text))
            if rank > best:
                best, at = rank, place
    return at


def _is_channel(page: Survey, at: int, cut: str) -> bool:
    """What <title> says is only the channel's or the site's name: short, and on the page a link or nothing."""
    said = page.lines[at].text if at >= 0 else cut
    return len(bare(said)) < _LONG and (at < 0 or page.lines[at].linked > 0 or page.lines[at].sort[0] != "heading")


def _first_long_heading(page: Survey) -> int:
    """The first heading, or line named title, that is long enough and no link."""
    for at, line in enumerate(page.lines):
        named = line.sort[0] == "heading" or bool(_NAMED.search(page.areas[line.area].name))
        if named and not line.linked and _LONG <= len(line.text) <= _LONGEST and not line.text.startswith("首页"):
            return at
    return -1


def _cut(stated: list[str]) -> str:
    """The shortest statement, without what follows its last separator, twice if need be."""
    title = min(stated, key=len, default="")
    for _ in range(2):
        shorter = _SUFFIX.sub("", title)
        title = shorter if len(bare(shorter)) >= SHORTEST else title
    return title


_ORIGINAL = re.compile(
    r"[(（\[【]?\s*原(?:标题|题|文标题|标题为|题为)\s*(?:为)?\s*[:：]?\s*(?P<title>.+?)\s*[)）\]】]?$"
)


def original_title_in(line: str) -> str:
    """The title that the text had where it was taken from: 原标题：…, （原题为《…》）."""
    match = _ORIGINAL.match(line)
    title = match["title"] if match else ""
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title
