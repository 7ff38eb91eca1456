"""The title of an HTML page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.extraction.boilerplate import rule_of
from reader.extraction.elements import normalised
from reader.extraction.metadata import tell
from reader.extraction.survey import Survey

_STATED = ("og:title", "ArticleTitle", "title", "twitter:title")
# A site's name after the title: set apart by one of these signs, and short.
_SUFFIX = re.compile(r"(?:\s*[_|｜]+\s*|\s+[-—–]+\s*|[-—–]{2,}\s*|-(?=[^-]{2,12}$))[^_|｜]{1,24}$")
SHORTEST = 4
_LONGEST = 120
_NAMED = re.compile(r"title|biaoti|headline", re.IGNORECASE)
_LONG = 8
_BLANK = re.compile(r"\s+")
_SEPARATOR = re.compile(r"\s*[_|｜]+\s*|\s+[-—–]+\s*|[-—–]{1,2}\s*")
# How sites and columns are called. A title of sixteen characters or fewer that ends so may be taken for one where it
# stands in no heading.
_SITE = re.compile(
    r"[\u3400-\u9fff\w·]{0,12}(?:网|網|网站|門戶|门户|政府|日报|日報|晚报|时报|在线|频道|頻道|平台|客户端|新闻中心|专栏|栏目|动态|要闻|公告|公开|文件|法规|详情|详细|资讯|正文|首页)"
)
_COLUMN = re.compile(r"【[^】]{1,16}】\s*")
_HEADINGS = frozenset({"h1", "h2", "h3"})
# The end of a title that is cut short, before a site's name or nothing.
_ELLIPSIS = re.compile(r"(?:…+|\.{3,}|。{3,})(?=\s*$|\s*[-_|—–])")
_BROKEN, _PIECE = range(2, 5), 2
# So far below the time prose must begin, so far above it the title stands.
_REACH, _UP = 30, 5


@dataclass(frozen=True, slots=True)
class Title:
    """`origin` is one of ORIGINS; the page's lines[line:end] are the title's, line -1 when it is not visible."""

    text: str
    origin: str
    line: int = -1
    end: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Lines that may be a title: one, or a heading's several, which a <br> parts."""

    text: str
    first: int
    end: int
    heading: bool


def title_of(page: Survey, selectors: str) -> Title:
    """The site's own place; else the lines that the document's <title> begins with, a heading rather than another; else
    what <title> says before the site's name; else the first h1. Where <title> names only a column, a long heading, or
    the line above the time."""
    stated = stated_titles(page)
    if title := _by_rule(page, selectors, stated):
        return title
    spans = list(_spans(page))
    found, cut = _repeated(page, spans, stated), _cut(stated)
    if _is_channel(page, found, cut) and (better := _first_long_heading(page, stated) or _above_time(page)):
        found = better
    if found:
        return Title(_as_stated(found.text, stated), "heading", found.first, found.end)
    first = next((span for span in spans if span.heading and page.lines[span.first].sort[1] == 1), None)
    if not cut and first:
        return Title(first.text, "heading", first.first, first.end)
    return _placed(page, cut, "document_title")


def _by_rule(page: Survey, selectors: str, stated: list[str]) -> Title | None:
    by_rule = list(filter(None, (normalised("".join(node.itertext())) for node in page.find(selectors))))
    whole = [bare(text) for text in stated]
    sure = [text for text in by_rule if any(_is_stated(bare(text), one) for one in whole)]
    named = [text for text in by_rule if len(bare(text)) >= SHORTEST] if not whole or "h1" not in selectors else []
    text = next(iter((*sure, *named)), "")
    return _placed(page, text, "site_rule") if text else None


def _is_stated(text: str, whole: str) -> bool:
    """The document's title begins with it or holds it; a site's short name at the end of one is no title."""
    return bool(text) and (whole.startswith(text) or (len(text) >= _LONG and text in whole))


def stated_titles(page: Survey) -> list[str]:
    """What meta elements, in the order of _STATED, and <title> call the document; without a site's name before it, and
    once more without a column in 【】."""
    said = {node.get("property") or node.get("name"): node.get("content") for node in page.head if node.get("content")}
    titles = [node.text for node in page.head if node.tag == "title"]
    found = [normalised(text) for text in (*map(said.get, _STATED), *titles) if text]
    named = [_behind_site(text) for text in found if text and "无标题文档" not in text]
    return [*named, *filter(None, (_COLUMN.sub("", text) for text in named if _COLUMN.match(text)))]


def _abridged(stated: Iterable[str]) -> list[str]:
    """What stands before the … of titles that are cut short, long enough to know a heading by."""
    cut = (_ELLIPSIS.split(text)[0] for text in stated if _ELLIPSIS.search(text))
    return [before for text in cut if len(before := bare(text)) >= SHORTEST]


def _behind_site(text: str) -> str:
    """河湾新闻网_某文: a site's name may stand first; not where the other end is a site's as well."""
    for separator in (_SEPARATOR, _BLANK):
        parts = separator.split(text, maxsplit=1)
        if len(parts) == 2 and _SITE.fullmatch(parts[0]) and len(bare(parts[1])) >= _LONG:
            return text if _SITE.fullmatch(_SEPARATOR.split(parts[1])[-1]) else _behind_site(parts[1])
    return text


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _spans(page: Survey) -> Iterator[Span]:
    for at, line in enumerate(page.lines):
        if len(line.text) <= _LONGEST:
            yield Span(line.text, at, at + 1, line.sort[0] == "heading")
    for area in page.areas:
        if area.node.tag in _HEADINGS and area.end - area.first in _BROKEN:
            yield Span("".join(line.text for line in page.lines[area.first : area.end]), area.first, area.end, True)


def _placed(page: Survey, text: str, origin: str) -> Title:
    """With the lines that say the text, however it is broken."""
    wanted = bare(text)
    at = next((at for at, line in enumerate(page.lines) if line.text == text), -1)
    if at >= 0 or not wanted:
        return Title(text, origin, at, at + 1)
    span = next((span for span in _spans(page) if span.end - span.first > 1 and bare(span.text) == wanted), None)
    return Title(text, origin, span.first, span.end) if span else Title(text, origin)


def _repeated(page: Survey, spans: list[Span], stated: list[str]) -> Span | None:
    """The lines that a stated title begins with: headings before other lines, longer before shorter, earlier first."""
    whole, abridged = [bare(text) for text in stated], _abridged(stated)
    short = {first for text in stated if 1 < len(first := bare(_SEPARATOR.split(text)[0])) < SHORTEST}
    beginnings = {one[0] for one in whole if one}
    best, found = (False, 0), None
    for span in spans:
        first = span.text[0]
        if first.isalnum() and first not in beginnings:
            continue
        full = bare(span.text)
        text = bare(_COLUMN.sub("", span.text)) if span.text[0] == "【" else full
        if span.heading and any(full.startswith(one) for one in abridged):
            return span
        if len(text) < SHORTEST and not (span.heading and full in short):
            continue
        if not (any(one.startswith(full) for one in whole) or (text != full and text in whole)):
            continue
        longer = _longer(page, span, whole)
        rank = (span.heading, max(len(text), len(bare(longer.text)) if longer is not span else 0))
        if rank > best:
            best, found = rank, longer
    return found


def _longer(page: Survey, span: Span, whole: list[str]) -> Span:
    """With the lines below that go on what is stated: a title set on several lines, each an element of its own."""
    text, end = bare(span.text), span.end
    while end < min(len(page.lines), span.first + _BROKEN.stop):
        more = text + bare(page.lines[end].text)
        if len(more) - len(text) < _PIECE or not any(one.startswith(more) for one in whole):
            break
        text, end = more, end + 1
    if end == span.end:
        return span
    return Span("".join(line.text for line in page.lines[span.first : end]), span.first, end, span.heading)


def _as_stated(text: str, stated: list[str]) -> str:
    """A column in 【】 before the title is part of it only where the page calls itself so."""
    without = _COLUMN.sub("", text)
    whole = [bare(one) for one in stated]
    return text if any(one.startswith(bare(text)) for one in whole) or bare(without) not in whole else without


def _is_channel(page: Survey, found: Span | None, cut: str) -> bool:
    """What <title> says is only the channel's or the site's name: short, and on the page a link or nothing; or it reads
    like one and is no heading."""
    line = page.lines[found.first] if found else None
    said = bare(found.text if found else cut)
    plain = found is None or not found.heading
    return (len(said) < _LONG and (plain or line is None or line.linked > 0)) or (plain and bool(_SITE.fullmatch(said)))


def _first_long_heading(page: Survey, stated: list[str]) -> Span | None:
    """The first heading, or line named title, that is long enough, no link, and not what <title> says."""
    said = {bare(text) for text in stated}
    for at, line in enumerate(page.lines):
        named = line.sort[0] == "heading" or bool(_NAMED.search(page.areas[line.area].name))
        fits = _LONG <= len(line.text) <= _LONGEST and not line.text.startswith("首页")
        if named and not line.linked and fits and bare(line.text) not in said and not _SITE.fullmatch(line.text):
            return Span(line.text, at, at + 1, line.sort[0] == "heading")
    return None


def _above_time(page: Survey) -> Span | None:
    """The line just above the first that says when the text appeared, where prose follows that."""
    for at, line in enumerate(page.lines):
        if tell({}, line.text, strictly=True) and any(below.prose for below in page.lines[at + 1 : at + _REACH]):
            above = [(place, page.lines[place]) for place in range(at - 1, max(-1, at - _UP), -1)]
            fitting = (
                Span(one.text, place, place + 1, False)
                for place, one in above
                if _LONG <= len(one.text) <= _LONGEST and not one.linked and one.text[-1] not in "。；：:，"
                and rule_of(one.text) is None and not tell({}, one.text, strictly=True)
            )  # fmt: skip
            return next(fitting, None)
    return None


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
