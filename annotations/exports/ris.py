"""RIS: the articles read, for EndNote, NoteExpress and Zotero."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Article, Document
from annotations.exports.names import surname_first
from annotations.exports.references import reference

_ = str
name = "ris"
extension = "ris"
media_type = "application/x-research-info-systems"
label = _("文献 RIS（EndNote、NoteExpress）")

TYPES = {"N": "NEWS", "J": "JOUR", "R": "RPRT", "EB": "ELEC", "Z": "GEN"}


def write(document: Document, output: BinaryIO) -> None:
    """Write one record for each article: UTF-8, lines ended by CR LF, two letters and a value on each."""
    for article in document.articles:
        lines = [f"{tag}  - {legal(value)}" for tag, value in _fields(article) if value]
        output.write("\r\n".join([*lines, "ER  - ", "", ""]).encode())


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    fields = reference(article)
    yield "TY", TYPES[fields.kind.split("/")[0]]
    yield from (("AU", surname_first(name)) for name in fields.authors)
    yield "TI", fields.title
    yield "T2", fields.serial or " ".join(article.source.split())
    yield "PY", fields.year
    yield "DA", _date(fields.day)
    yield "VL", fields.volume
    yield "IS", fields.issue
    yield "SP", fields.page
    yield "DO", fields.doi
    yield "UR", fields.url
    yield "Y2", _date(fields.accessed) if fields.online else ""
    yield from (("KW", label) for label in article.labels)
    yield "LA", fields.language
    yield "ID", f"quandian-{article.id}"


def _date(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""
