"""The bibliographic fields of an article: of what kind it is, in which serial, when, and where it was read."""

import re
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import category

from annotations.exports.document import Article, CitationKind
from annotations.exports.sources import Serial, read_source

# A newspaper's own digital edition shows the printed page, so date, page and address make one entry.
_DIGITAL_EDITION = re.compile(r"^https?://(?:[^/]*\.)?(?:e?paper|szb|dzb)\w*\.", re.IGNORECASE)
JOINER = "\u200d"
# Zero-width spaces, direction marks, lone surrogates, code points that stand for nothing.
_UNSEEN = frozenset(("Cf", "Cn", "Cs"))
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ORDINAL = re.compile(r"^第|[版期卷页]$")


@dataclass(frozen=True, slots=True)
class Reference:
    """The fields of one entry, chosen and trimmed; "" or None is a field that is not known or not wanted."""

    kind: CitationKind
    title: str
    authors: tuple[str, ...] = ()
    serial: str = ""
    day: date | None = None
    year: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    accessed: date | None = None
    url: str = ""
    doi: str = ""
    chinese: bool = True

    @property
    def language(self) -> str:
        return "zh-CN" if self.chinese else "en"

    @property
    def online(self) -> bool:
        return self.kind.endswith("/OL")


def reference(article: Article) -> Reference:
    """The article as an entry of the reader's kind, or of the kind its source line and address speak for.

    A newspaper's piece is [N] when its printed date and page are known and [N/OL] otherwise, a magazine's [J/OL],
    anything else a web page. A serial's text that came without an address is cited as the printed one.
    """
    serial = read_source(article.source)
    kind = article.citation_kind or _kind(article, serial)
    common = Reference(
        kind=kind,
        title=_line(article.title),
        authors=tuple(name for author in article.authors if (name := _line(author.name).rstrip("."))),
        day=article.day,
        year=str(article.day.year) if article.day else "",
        chinese=bool(_HAN.search(article.title)),
        accessed=article.accessed if article.url else None,
        url=_line(article.url) if kind.endswith("/OL") else "",
        doi=_line(article.edition.doi),
    )
    if kind in ("N", "N/OL"):
        return _in_newspaper(common, article, serial)
    return _in_journal(common, article, serial) if kind in ("J", "J/OL") else common


def _kind(article: Article, serial: Serial) -> CitationKind:
    if not serial.kind:
        return "EB/OL" if article.url else "Z"
    if not article.url:
        return serial.kind
    if serial.kind == "J":
        return "J/OL"
    printed = (article.edition.printed or serial.printed) and (article.edition.page or serial.page)
    return "N" if printed and not _DIGITAL_EDITION.match(article.url) else "N/OL"


def _in_newspaper(common: Reference, article: Article, serial: Serial) -> Reference:
    day = article.edition.printed or serial.printed or common.day
    page = _number(article.edition.page or serial.page)
    return replace(common, serial=serial.name, day=day, year=str(day.year) if day else "", page=page)


def _in_journal(common: Reference, article: Article, serial: Serial) -> Reference:
    edition = article.edition
    return replace(
        common,
        serial=serial.name,
        year=str(edition.printed.year) if edition.printed else serial.year or common.year,
        volume=_number(edition.volume),
        issue=_number(edition.issue or serial.issue),
        page=_number(edition.pages),
    )


def _number(words: str) -> str:
    """2 for 第02版; a page like A02 stays."""
    bare = _ORDINAL.sub("", _line(words))
    return bare.lstrip("0") or bare


def _line(words: str) -> str:
    """The words on one line, without what cannot be seen; a joiner inside an emoji stays."""
    kept = (" " if character.isspace() or category(character) == "Cc" else character for character in words)
    return " ".join("".join(sign for sign in kept if sign == JOINER or category(sign) not in _UNSEEN).split())
