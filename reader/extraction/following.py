"""The addresses of an article's other pages, from its pager."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from reader.extraction.addresses import stated_addresses
from reader.extraction.survey import Survey

_PAGER_TEXT = re.compile(
    r"^[<«‹\[【（(]*\s*(?:第?\s*\d{1,3}\s*页?|[上下]一?页|首页|末页|尾页|余下全文|阅读全文|全文)\s*[\]】）)>»›]*$"
)
# 全文 all on one page: content_123_all.html, ?page=all, and 凤凰's _0.
_WHOLE_TEXT = re.compile(r"^\W*(?:(?:在本页|单页|查看|显示|阅读|展开)*全文|全文阅读|单页阅读|阅读全部|全部显示)\W*$")
_WHOLE = re.compile(r"(?:[_-](?:all|full|0)|/all)$", re.IGNORECASE)
# content_123_2.htm, c_123_2.shtml, t2024_1.html; ?page=2. A day of the month is written with its zero.
_NUMBER = re.compile(r"[_-](?P<number>0|[1-9]\d{0,2})$")
_PARAMETER = re.compile(r"(?:p|page|pageno|pn)=(?P<number>\d{1,3}|all)", re.IGNORECASE)
_MOST = 50


@dataclass(frozen=True)
class Place:
    """Where an address leads: `stem` and `rest` are what the pages of one article share, `number` is the page's, 0
    without one; `whole` that all pages stand on this one."""

    stem: str = ""
    rest: frozenset[str] = frozenset()
    number: int = 0
    whole: bool = False

    def holds(self, other: "Place") -> bool:
        """Whether the other is a page of the same article; links may leave parameters of this address out."""
        return bool(self.stem) and self.stem == other.stem and other.rest <= self.rest


@dataclass(frozen=True)
class Pager:
    """What a page's pager leads to."""

    page: Survey
    base: str

    @cached_property
    def here(self) -> Place:
        return place_of(self.base)

    @cached_property
    def numbered(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for text, address in self.links:
            place = place_of(address)
            if _PAGER_TEXT.match(text) and self.here.holds(place) and not place.whole:
                found.setdefault(place.number, address)
        return dict(sorted(found.items()))

    @property
    def following(self) -> tuple[str, ...]:
        if self.here.whole:
            return ()
        return tuple(address for number, address in self.numbered.items() if number > self.here.number)[:_MOST]

    @property
    def preceding(self) -> tuple[str, ...]:
        return tuple(address for number, address in self.numbered.items() if number < self.here.number)

    @property
    def whole(self) -> str:
        """The address at which the article stands on one page; empty where the pager names none."""
        for text, address in self.links:
            place = place_of(address)
            named = place.whole or bool(_WHOLE.search(_without_extension(urlsplit(address).path)))
            if _WHOLE_TEXT.match(text) and named and self.here.holds(place) and address != self.base:
                return address
        return ""

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Of a page's hundreds of links only those of its own name are worth reading."""
        name = self.here.stem.rpartition("/")[2]
        own = [(node, href) for node in self.page.root.iter("a") if (href := node.get("href") or "")]
        own = [(node, href) for node, href in own if self.base and (name in href or href.startswith("?"))]
        said = [("".join(node.itertext()).strip(), href) for node, href in own]
        pager = [(text, href) for text, href in said if _PAGER_TEXT.match(text) or _WHOLE_TEXT.match(text)]
        return [(text, address) for text, href in pager if (address := _absolute(self.base, href))]


def pager_of(page: Survey, url: str) -> Pager:
    """The page's pager; it leads nowhere where the page's own address is not known."""
    return Pager(page, url or next((said for said in stated_addresses(page) if said.startswith("http")), ""))


def place_of(address: str) -> Place:
    try:
        parts = urlsplit(address)
        port = parts.port or ""
    except ValueError:
        return Place()
    if not parts.hostname:
        return Place()
    path = _without_extension(parts.path)
    match = _NUMBER.search(path)
    parameters = frozenset(part for part in parts.query.split("&") if part)
    paging = next(filter(None, map(_PARAMETER.fullmatch, sorted(parameters))), None)
    said = paging["number"].lower() if paging else match["number"] if match else "0"
    whole = said == "all" or bool(re.search(r"[_-](?:all|full)$", path, re.IGNORECASE))
    stem = f"{parts.hostname}:{port}{_WHOLE.sub('', _NUMBER.sub('', path))}"
    rest = parameters - {paging[0]} if paging else parameters
    return Place(stem, rest, 0 if said == "all" else int(said), whole)


def _without_extension(path: str) -> str:
    before, dot, extension = path.rpartition(".")
    return before if dot and "/" not in extension else path


def _absolute(base: str, href: str) -> str:
    """Where the link leads, without the place on the page."""
    try:
        address = urljoin(base, href).partition("#")[0]
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:
        return ""
