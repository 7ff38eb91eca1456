"""CSL-JSON: the articles read, for Zotero and every other program with citeproc inside."""

import json
from datetime import date
from typing import Any, BinaryIO

from annotations.exports.characters import legal
from annotations.exports.document import Article, Document
from annotations.exports.names import parted
from annotations.exports.references import reference

_ = str
name = "csljson"
extension = "json"
media_type = "application/vnd.citationstyles.csl+json"
label = _("文献 CSL-JSON（Zotero）")

TYPES = {"N": "article-newspaper", "J": "article-journal", "R": "report", "EB": "webpage", "Z": "document"}


def write(document: Document, output: BinaryIO) -> None:
    """Write one item for each article, in the document's order."""
    items = [_item(article) for article in document.articles]
    output.write(json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n")


def _item(article: Article) -> dict[str, Any]:
    fields = reference(article)
    item = {
        "id": f"quandian-{article.id}",
        "type": TYPES[fields.kind.split("/")[0]],
        "title": fields.title,
        # Chinese names are one literal: split in two, styles would set them apart or turn them round.
        "author": [_author(name) for name in fields.authors],
        # A report is no part of what published it.
        ("publisher" if fields.kind.startswith("R") else "container-title"): fields.serial or _portal(article),
        "issued": _date(fields.day) or _year(fields.year),
        "accessed": _date(fields.accessed) if fields.online else None,
        "volume": fields.volume,
        "issue": fields.issue,
        "page": fields.page,
        "URL": fields.url,
        "DOI": fields.doi,
        "language": fields.language,
        "keyword": ", ".join(article.labels),
    }
    return {key: legal(value) if isinstance(value, str) else value for key, value in item.items() if value}


def _author(name: str) -> dict[str, str]:
    given, family = parted(legal(name))
    return {"family": family, "given": given} if given else {"literal": legal(name)}


def _portal(article: Article) -> str:
    return " ".join(article.source.split())


def _date(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _year(year: str) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(year)]]} if year else None
