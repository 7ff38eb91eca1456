"""Pages that scripts draw: the article stands in the page's own data, as markup or as plain text in a string."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from lxml.etree import _Element

from reader.extraction.dates import SHANGHAI
from reader.extraction.metadata import published_in
from reader.extraction.page import Precision
from reader.extraction.prose import is_prose
from reader.extraction.script_strings import Said, said_in, strings_in
from reader.extraction.survey import Survey
from reader.extraction.titles import Title, bare
from reader.extraction.tree import parse

# What data calls an article's text, and what stands beside it.
_TEXTS = frozenset(
    "articlebody article_body articlecontent article_content body content content_html content_noencode contenthtml"
    " contents contenttext content_text data detail detailcontent html htmlcontent maincontent newscontent news_content"
    " paragraphs text txt value zw".split()
)
_TITLES = frozenset("title news_title newstitle articletitle article_title headline".split())
_SOURCES = frozenset("source sourcename source_name medianame media_name media nick_name nickname origin".split())
_TIMES = frozenset(
    "time date publishtime publish_time publishdate publish_date pubtime pubdate pub_time datepublished create_time"
    " createtime ptime newstime showtime".split()
)
_PARAGRAPH = re.compile(r"<(?:p|br|div|section)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_CHINESE = re.compile("[\u3400-\u9fff]")
_CODED = re.compile(r"\\u[4-9][0-9a-fA-F]{3}|%E[4-9]|[bB]ase64|\batob\(")
# Fields of one object stand within so many others; longer ones are texts.
_NEAR, _LONGEST_FIELD = 30, 100
_PARAGRAPH_LENGTH = 60
# One string of a script is the article where it is so much of what all of them say.
_NEARLY_ALL = 0.8
# A title no one wrote is the text's first clause, so long at most.
_CLAUSE_LENGTH, _SITE_NAME = 30, 8
_CLAUSE = re.compile(rf"[^。！？!?，,；;\n]{{1,{_CLAUSE_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Embedded:
    """`html` is the article's markup; the rest what the data around it says, "" where it says nothing."""

    html: str = ""
    title: str = ""
    source: str = ""
    time: str = ""

    @property
    def size(self) -> int:
        """How many Chinese characters the markup shows."""
        return len(_CHINESE.findall(_TAG.sub("", self.html)))


def embedded_article(root: _Element, shown: int) -> Embedded:
    """The article in the page's scripts; empty when there is none. Pieces under one key are one article. Where the page
    shows less than a paragraph, of `shown` characters, it may stand in strings without a telling key as well."""
    texts = [(script, script.text or "") for script in root.iter("script")]
    held = [(script, text) for script, text in texts if _CHINESE.search(text) or _CODED.search(text)]
    found = [*(_article_in(list(said_in(text))) for _, text in held), *(_template(script) for script, _ in held)]
    named = max(found, key=lambda one: one.size, default=Embedded())
    if named.html or shown > _PARAGRAPH_LENGTH:
        return named
    written = [*(_in_pieces(text) for _, text in held), *_in_attributes(root)]
    return max(written, key=lambda one: one.size, default=named)


def _in_pieces(script: str) -> Embedded:
    """The strings of a script that hold text, whatever they are called: one that is nearly all of it, or all of them,
    as scripts write a page piece by piece."""
    pieces = [text for text in strings_in(script) if _CHINESE.search(text) and _is_text(text)]
    if sum("<a " in text for text in pieces) * 2 > len(pieces):
        return Embedded()
    longest, whole = Embedded(max(pieces, key=len, default="")), Embedded(_joined(pieces))
    return longest if longest.size > _NEARLY_ALL * whole.size else whole


def _in_attributes(root: _Element) -> Iterator[Embedded]:
    """Markup that waits in an attribute: data-content, the value of a hidden field."""
    for node in root.iter("div", "input", "section", "article"):
        values = (value for value in node.values() if len(value) > _LONGEST_FIELD and _PARAGRAPH.search(value))
        yield from map(Embedded, values)


def _template(script: _Element) -> Embedded:
    """Markup that waits in a script of no language."""
    kind = (script.get("type") or "").lower()
    text = script.text or ""
    return Embedded(text) if ("template" in kind or kind == "text/html") and _PARAGRAPH.search(text) else Embedded()


def inserted(page: Survey, article: Embedded, beside: _Element | None) -> _Element:
    """The article's element, put into the page's tree before `beside`, or last of all."""
    node = parse(f"<html><body><div>{article.html}</div></body></html>").find("body")
    node.tag = "div"
    if beside is not None and (outer := beside.getparent()) is not None:
        outer.insert(outer.index(beside), node)
    else:
        body = page.root.find("body")
        (page.root if body is None else body).append(node)
    return node


def title_in(article: Embedded, stated: Title, first: str) -> Title:
    """The title of an article that a script shows: what the page states, unless that is the text itself, or nothing but
    the site's name beside the data's own title; a text without one is named by its first clause."""
    said = bare(stated.text)
    is_text = not said or said.startswith(bare(first)[:_CLAUSE_LENGTH])
    if (is_text or len(said) < _SITE_NAME) and article.title and bare(article.title) not in said:
        return Title(article.title, "page_data")
    match = _CLAUSE.match(first)
    return Title(match[0].strip("，、：； "), "page_data") if is_text and match else stated


def told_by(article: Embedded) -> dict:
    """Source and time as the data has them; seconds or milliseconds since 1970 are a time as well."""
    told: dict = {"source": article.source} if article.source else {}
    moment = _since_1970(article.time) or published_in(article.time)
    if moment:
        told["published"], told["published_precision"] = moment
    return told


def _since_1970(said: str) -> tuple[datetime, Precision] | None:
    if not re.fullmatch(r"1\d{9}(?:\d{3})?", said):
        return None
    return datetime.fromtimestamp(int(said[:10]), SHANGHAI), "second"


def _article_in(said: list[Said]) -> Embedded:
    pieces: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        if one.key.lower() in _TEXTS and _is_text(one.value):
            pieces[one.key].append(at)
    articles = [(Embedded(_joined(said[at].value for at in places)), places[0]) for places in pieces.values()]
    best, at = max(articles, key=lambda one: one[0].size, default=(Embedded(), 0))
    near = sorted(range(max(0, at - _NEAR), min(len(said), at + _NEAR)), key=lambda other: abs(other - at))
    fields = [_first(said, near, names) for names in (_TITLES, _SOURCES, _TIMES)]
    return Embedded(best.html, *fields) if best.html else best


def _first(said: list[Said], near: list[int], names: frozenset[str]) -> str:
    """The nearest of these names that says something on one line."""
    values = (said[at].value.strip() for at in near if said[at].key.lower() in names)
    return next((value for value in values if 2 <= len(value) <= _LONGEST_FIELD and "\n" not in value), "")


def _is_text(value: str) -> bool:
    return bool(_PARAGRAPH.search(value) and _CHINESE.search(value)) or any(map(is_prose, value.splitlines()))


def _joined(values: Iterable[str]) -> str:
    return "".join(value if _PARAGRAPH.search(value) else _as_markup(value) for value in dict.fromkeys(values))


def _as_markup(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
