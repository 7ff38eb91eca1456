"""W3C Web Annotation (JSON-LD): a collection whose one page holds an annotation for every highlight.

https://www.w3.org/TR/annotation-model/ : quotes and positions are the TextQuoteSelector and TextPositionSelector of
§4.2.4 and §4.2.5, themes are bodies with the purpose "tagging", notes bodies with the purpose "commenting".
"""

import json
from datetime import UTC, datetime
from typing import Any, BinaryIO
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from annotations.exports.document import Article, Document, Highlight, Theme
from annotations.exports.identifiers import guid

_ = str
name = "jsonld"
extension = "jsonld"
media_type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
label = _("W3C Web Annotation（JSON-LD）")

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(document: Document, output: BinaryIO) -> None:
    """Write the collection an annotation at a time; the page stands last so that it can be streamed."""
    total = sum(len(article.highlights) for article in document.articles)
    # The same notes taken away at another time are another collection.
    asked = document.kind, document.title, _time(document.exported)
    head = {
        "@context": CONTEXT,
        "id": _urn(guid(document, "collection", *asked)),
        "type": "AnnotationCollection",
        "label": _sound(document.title),
        "creator": _person(document.exporter),
        "modified": _time(document.exported),
        "total": total,
    }
    first = {
        "id": _urn(guid(document, "page", *asked)),
        "type": "AnnotationPage",
        "partOf": head["id"],
        "startIndex": 0,
    }
    output.write(f'{_open(_present(head))}, "first": {_open(first)}, "items": ['.encode())
    separator = b"\n"
    for article in document.articles:
        for mark in article.highlights:
            item = annotation(article, mark, document.themes_of(mark), document.language)
            output.write(separator + json.dumps(item, ensure_ascii=False).encode())
            separator = b",\n"
    output.write(b"\n]}}\n")


def page(document: Document, address: str, start: int, total: int, size: int) -> dict[str, Any]:
    """One page of a collection that is served page by page: the document's marks, the first of them number `start`."""
    marked = [(article, mark) for article in document.articles for mark in article.highlights]
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "partOf": {
            "id": f"{_numbered(address, None)}#all",
            "type": "AnnotationCollection",
            "label": _sound(document.title),
            "total": total,
            "first": _numbered(address, 0),
        },
        "startIndex": start,
        **_neighbours(address, start, total, size),
        "items": [annotation(article, mark, document.themes_of(mark), document.language) for article, mark in marked],
    }


def _neighbours(address: str, start: int, total: int, size: int) -> dict[str, str]:
    number = start // size
    wanted = {"prev": number - 1 if start else None, "next": number + 1 if start + size < total else None}
    return {name: _numbered(address, page) for name, page in wanted.items() if page is not None}


def _numbered(address: str, number: int | None) -> str:
    """The address with this number of a page, or with none."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "page"]
    numbered = query if number is None else [*query, ("page", str(number))]
    return urlunsplit(parts._replace(query=urlencode(numbered)))


def annotation(article: Article, mark: Highlight, themes: tuple[Theme, ...], language: str) -> dict[str, Any]:
    """One highlight in the model's terms, without @context. Positions are code points, end exclusive."""
    bodies = [*map(_tag, themes), *([_comment(mark.note, language)] if mark.note else [])]
    shown = {
        "id": _urn(mark.id),
        "type": "Annotation",
        "motivation": "commenting" if mark.note else "tagging" if themes else "highlighting",
        "created": _time(mark.created),
        "modified": _time(mark.updated),
        "creator": _person(mark.author, mark.account),
        "body": bodies,
        "target": _target(article, mark),
    }
    return _present(shown)


def _target(article: Article, mark: Highlight) -> dict[str, Any]:
    """The original is what is annotated; the app's own page is where it was read. The title tells apart articles that
    have no address and the same text."""
    words = {"type": "TextQuoteSelector", "exact": mark.exact, "prefix": mark.prefix, "suffix": mark.suffix}
    position = {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}
    return _present(
        {
            "type": "SpecificResource",
            "label": _sound(article.title),
            "source": article.url or article.address,
            "scope": article.address,
            "selector": [{key: _sound(value) for key, value in words.items() if value}, position],
        }
    )


def _tag(theme: Theme) -> dict[str, Any]:
    # Themes of one name under two parents stay two by their id.
    id = "urn:x-quandian:theme:" + "/".join(quote(name, safe="") for name in theme.path)
    return {"type": "TextualBody", "id": id, "purpose": "tagging", "value": _sound(theme.name)}


def _comment(note: str, language: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": "commenting",
        "value": _sound(note),
        "format": "text/plain",
        "language": language,
    }


def _person(name: str, account: str = "") -> dict[str, str] | None:
    return _present({"type": "Person", "name": _sound(name), "nickname": _sound(account)}) if name else None


def _urn(uuid: str) -> str:
    return f"urn:uuid:{uuid}"


def _open(properties: dict[str, Any]) -> str:
    """The object as JSON without its end, so that more can follow."""
    return json.dumps(properties, ensure_ascii=False)[:-1]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _sound(text: str) -> str:
    """A lone surrogate is no character and has no UTF-8; all else JSON can say."""
    return text.encode("utf-8", "replace").decode()


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value not in (None, "", [])}
