"""BibTeX: the articles read, for LaTeX with biblatex or the GB/T 7714 styles."""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Article, Document
from annotations.exports.names import parted
from annotations.exports.references import reference

_ = str
name = "bibtex"
extension = "bib"
media_type = "application/x-bibtex; charset=utf-8"
label = _("文献 BibTeX")

# The GB/T 7714 styles know newspaper and online; others take an unknown type for misc.
TYPES = {"N": "newspaper", "J": "article", "R": "techreport", "EB": "online", "Z": "misc"}
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "{": r"\{", "}": r"\}"}


def write(document: Document, output: BinaryIO) -> None:
    """Write one UTF-8 entry for each article, keyed by its number."""
    for article in document.articles:
        fields = reference(article)
        lines = [f"  {field} = {{{value}}}" for field, value in _fields(article) if value]
        entry = ",\n".join([f"@{TYPES[fields.kind.split('/')[0]]}{{quandian{article.id}", *lines])
        output.write(f"{entry}\n}}\n\n".encode())


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    fields = reference(article)
    # Braces keep a name, which may hold "and" or a comma, one name, and a title its capitals.
    yield "author", " and ".join(_author(name) for name in fields.authors)
    yield "title", f"{{{_spelled(fields.title)}}}"
    yield "journal", _spelled(fields.serial)
    yield "organization", "" if fields.serial else _spelled(" ".join(article.source.split()))
    yield "year", fields.year
    yield "date", _date(fields.day)
    yield "volume", _spelled(fields.volume)
    yield "number", _spelled(fields.issue)
    yield "pages", _spelled(fields.page)
    yield "doi", _verbatim(fields.doi)
    yield "url", _verbatim(fields.url)
    yield "urldate", _date(fields.accessed) if fields.online else ""
    yield "keywords", _spelled(", ".join(article.labels))
    yield "langid", "chinese" if fields.chinese else "english"


def _author(name: str) -> str:
    given, family = parted(name)
    return f"{{{_spelled(family)}}}, {_spelled(given)}" if given else f"{{{_spelled(name)}}}"


def _spelled(text: str) -> str:
    """The text with TeX's own characters escaped."""
    return _SPECIAL.sub(lambda sign: _SPELLED.get(sign[0], f"\\{sign[0]}"), legal(text))


def _verbatim(address: str) -> str:
    """An address as it is: these fields are read verbatim, so only what would end them is encoded."""
    return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", legal(address))


def _date(day: date | None) -> str:
    return day.isoformat() if day else ""
