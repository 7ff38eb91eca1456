"""What an HTML page states of its article outside the running text; each place names itself."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element, iterwalk

from reader.extraction.credits import author_within, credit_line
from reader.extraction.dates import epoch
from reader.extraction.elements import normalised, unseen
from reader.extraction.metadata import channel_in, published_in, source_in, tell
from reader.extraction.names import is_moment, is_surely_name
from reader.extraction.page import Author
from reader.extraction.sites.rule import SiteRule
from reader.extraction.sources import bare_source, is_label, is_medium
from reader.extraction.survey import Line, Survey

# What one place says: field → value, published_precision beside published.
Told = dict

# 百度's markup for news, which many papers added to whatever template they had.
_SOURCE, _TIME, _TELLS = (
    "#source_baidu",
    "#pubtime_baidu",
    "#source_baidu, #pubtime_baidu, #author_baidu, #editor_baidu",
)
_REPORTER = re.compile(r"(?P<source>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:见习|首席|特约|实习|高级)?记者[\s:：]")
_NAMES_LENGTH = 20
_META_TIMES = frozenset(
    "article:published_time og:release_date og:time publishdate pubdate publish_time publish-time publishtime"
    " weibo:article:create_at datepublished firstpublishedtime date".split()
)
# When the text was last changed; 腾讯's apub:time is when the page was made anew.
_META_CHANGES = frozenset("dateupdate article:modified_time og:updated_time lastmod last-modified apub:time".split())
_META_SOURCES = frozenset("mediaid contentsource source article:author_name og:article:author".split())
_CRUMBS = (
    ".crumbs, .breadcrumb, .breadcrumbs, .bread, .route, #rwb_navpath, .path, .location, .weizhi, .crumb, .position"
    ", .mbx, .dqwz, .currentpath, .BreadcrumbNav"
)
_IN_ADDRESS = re.compile(r"/(?:[a-z]*_?)(20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=\D|$)")
# A script may have a megabyte: words are looked for first, which costs a hundredth of looking for the pattern.
_DATA_KEYS = ("datePublished", "pubDate", "publishTime", "publish_time", "publishdate", "newsTime", "pubtime", "ptime")
_IN_DATA = re.compile(rf"""\b(?:{"|".join(_DATA_KEYS)})["']?\s*[:=]\s*["']([^"']{{10,25}})["']""")
# WeChat's own variables, in its older and newer pages: a script writes the time into the page's empty place for it.
_CREATED = re.compile(r"""(?:createTime|create_time|ct)\s*[:=]\s*(?:JsDecode\()?["'](\d[\d:\s-]{9,20})["']""")
_VARIABLE, _BEFORE = re.compile(r"(?:\bvar\s+|window\.|[{,]\s*)$"), 40
_SOURCE_KEYS = ('"source"', '"mediaName"', '"media_name"', '"media"')
_SOURCE_IN_DATA = re.compile(rf'(?:{"|".join(_SOURCE_KEYS)})\s*:\s*"([\u4e00-\u9fffA-Za-z0-9·-]{{2,20}})"')
_LONGEST = 300
# A label on a line of its own: its value stands on the next. So does the rest of a date that a page sets in pieces.
_OPEN_LABEL = re.compile(r"[\u3400-\u9fff\s]{2,8}[:：]|(?:来|來|稿)\s*源|作\s*者")
_OPEN_DATE = re.compile(r"(?:[^:：]{2,6}[:：]\s*)?(?:19|20)\d\d(?:[-年./\s]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?)?")
_REST_OF_DATE = re.compile(r"\d{1,2}\s*[/:：]\s*\d{1,2}")
_KEYWORDS = "keywords"
_PART_KEYWORDS = re.compile(r"[,，;；|、\s]+")


def told_by_site(page: Survey, rule: SiteRule) -> Told:
    """The site's own places."""
    told: Told = {}
    if source := _labelled_text(page, f"{rule.source}, {_SOURCE}"):
        told["source"], told["authors"] = _source_and_authors(source)
    if moment := published_in(_text_of(page, f"{rule.time}, {_TIME}")):
        told["published"], told["published_precision"] = moment
    if names := _text_of(page, rule.authors):
        told["authors"] = _authors(names)
    for node in page.find(f"{rule.tells}, {_TELLS}"):
        if len(text := _spaced(node)) < _LONGEST:
            tell(told, text)
            told["authors"] = told.get("authors") or author_within(text)
    return told


def _labelled_text(page: Survey, selectors: str) -> str:
    """Of the first place that says anything; the whole line's where the place holds only the label."""
    for node in page.find(selectors):
        text = _spaced(node)
        outer = node.getparent()
        if is_label(text) and outer is not None:
            text = _spaced(outer)[:_LONGEST]
        if text:
            return text
    return ""


def _source_and_authors(text: str) -> tuple[str, tuple[Author, ...]]:
    """来源：某报; a reporter's name before or after the paper's (甲/某报, 某新闻记者 甲) is the author's."""
    if source := source_in(text):
        return source, author_within(text)
    names, slash, source = text.rpartition("/")
    if slash and len(names) <= _NAMES_LENGTH:
        return source.strip(), _authors(names)
    if is_surely_name(text) and not is_medium(text):
        return "", (Author(text),)
    reporter = _REPORTER.match(text)
    if reporter:
        return reporter["source"], credit_line(text)
    return bare_source(text) or ("" if is_label(text) else text.partition(" ")[0]), ()


def _authors(names: str) -> tuple[Author, ...]:
    """A time of day beside the names is none."""
    return tuple(Author(name) for name in re.split(r"[、，,\s]+", names) if name and not is_moment(name))


def told_by_meta(page: Survey) -> Told:
    told: Told = {}
    for node in page.head:
        name = (node.get("name") or node.get("property") or node.get("itemprop") or "").lower().replace(" ", "")
        said = normalised(node.get("content") or node.get("contecent") or "")
        if not said:
            continue
        if name in _META_TIMES and (moment := published_in(said)) and _is_finer(moment, told):
            told["published"], told["published_precision"] = moment
        elif name in _META_CHANGES and (moment := published_in(said)):
            told.setdefault("updated", moment)
        elif name in _META_SOURCES:
            told["source"] = told.get("source") or bare_source(said)
        elif name == _KEYWORDS:
            told.setdefault("keywords", tuple(dict.fromkeys(filter(None, _PART_KEYWORDS.split(said)))))
    return told


def told_by_data(root: _Element) -> Told:
    """Times in the page's scripts and <time> elements; the account that published it."""
    said = [node.get("datetime") or "" for node in root.iter("time")]
    scripts = [script.text for script in root.iter("script") if script.text]
    said += [match for script in scripts if _holds(script, _DATA_KEYS) for match in _IN_DATA.findall(script)]
    said += [match[1] for script in scripts for match in _CREATED.finditer(script) if _is_variable(script, match)]
    sources = (match for script in scripts if _holds(script, _SOURCE_KEYS) for match in _SOURCE_IN_DATA.findall(script))
    return {**_best_time(said), "source": next(sources, "")}


def _holds(script: str, keys: Iterable[str]) -> bool:
    return any(key in script for key in keys)


def _is_variable(script: str, match: re.Match[str]) -> bool:
    return bool(_VARIABLE.search(script, max(0, match.start() - _BEFORE), match.start()))


def told_by_address(url: str) -> Told:
    return _best_time("-".join(match) for match in _IN_ADDRESS.findall(url))


def told_by_breadcrumb(page: Survey, rule: SiteRule) -> Told:
    for node in page.find(rule.breadcrumb or _CRUMBS):
        text = normalised("".join(node.itertext()))
        if text and len(text) < _LONGEST and (steps := channel_in(text)):
            return {"channel": steps}
    return {}


def told_by_system(comments: Sequence[str]) -> Told:
    """方正's own comment (enpproperty), where the page kept it: time to the second, keywords."""
    for comment in comments:
        if comment.lstrip().startswith("enpproperty"):
            stated = dict(re.findall(r"<(\w+)>([^<]*)</\1>", comment))
            told = _best_time([stated.get("date", "")])
            keywords = tuple(filter(None, _PART_KEYWORDS.split(stated.get("keyword", ""))))
            lines = {"overline": stated.get("introtitle", "").strip(), "subtitle": stated.get("subtitle", "").strip()}
            return {**told, **lines, "keywords": keywords}
    return {}


def _best_time(said: Iterable[str]) -> Told:
    told: Told = {}
    for text in said:
        counted = epoch(text)
        moment = (counted.moment, counted.precision) if counted else published_in(text)
        if moment and _is_finer(moment, told):
            told["published"], told["published_precision"] = moment
    return told


def _is_finer(moment: tuple, told: Told) -> bool:
    return "published" not in told or (told["published_precision"] == "day" and moment[1] != "day")


def telling_lines(page: Survey, lines: Sequence[Line]) -> list[str]:
    """The lines as statements, neighbouring elements parted by a space."""
    return with_values(_parted(page, line) for line in lines)


def with_values(lines: Iterable[str]) -> list[str]:
    """A label, or a part of a date, on a line of its own is one statement with the line below."""
    said: list[str] = []
    for line in lines:
        if said and _goes_on(said[-1], line):
            said[-1] += f" {line}"
        else:
            said.append(line)
    return said


def _goes_on(last: str, line: str) -> bool:
    if _OPEN_LABEL.fullmatch(last):
        return not _OPEN_LABEL.fullmatch(line)
    return bool(_OPEN_DATE.fullmatch(last) and _REST_OF_DATE.match(line))


def _parted(page: Survey, line: Line) -> str:
    area = page.areas[line.area] if line.area >= 0 else None
    alone = area is not None and area.end - area.first == 1 and len(line.text) <= _LONGEST
    return _spaced(area.node) if area and alone else line.text


def _text_of(page: Survey, selectors: str) -> str:
    return next(filter(None, map(_spaced, page.find(selectors))), "") if selectors else ""


def _spaced(node: _Element) -> str:
    """Neighbouring elements say different things, however close they stand."""
    return normalised(" ".join(part for part in _visible(node) if not part.isspace()))


def _visible(node: _Element) -> Iterator[str]:
    """A comment's words are none; what follows it is."""
    walk = iterwalk(node, events=("start", "end", "comment", "pi"))
    for edge, one in walk:
        if edge == "start" and one is not node and unseen(str(one.tag), one):
            walk.skip_subtree()
        elif edge == "start" and one.text:
            yield one.text
        if edge != "start" and one is not node and one.tail:
            yield one.tail
