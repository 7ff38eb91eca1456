"""JSON-LD in whatever shape it came, as nested objects with the short names of the W3C annotation model.

The same annotation may be written with prefixes (oa:hasTarget) or whole addresses, expanded (every value a list of
{"@value": …}), or flattened: an @graph of nodes that name each other. https://www.w3.org/TR/json-ld11/
"""

import re
from typing import Any

# Deeper than any annotation is, and shallow enough to walk.
DEEPEST = 40
_NAMESPACES = re.compile(
    r"(?:oa|as|dc|dcterms|dctypes|foaf|rdf|rdfs):|https?://(?:www\.w3\.org/ns/(?:oa|activitystreams)|"
    r"purl\.org/dc/(?:terms|elements/1\.1|dcmitype)|xmlns\.com/foaf/0\.1|"
    r"www\.w3\.org/(?:1999/02/22-rdf-syntax-ns|2000/01/rdf-schema))[#/]"
)
# What the vocabulary calls otherwise than its JSON-LD context does.
_NAMES = {
    "@id": "id",
    "@type": "type",
    "@value": "value",
    "nick": "nickname",
    "motivatedBy": "motivation",
    "hasBody": "body",
    "hasTarget": "target",
    "hasSource": "source",
    "hasSelector": "selector",
    "hasPurpose": "purpose",
    "hasScope": "scope",
    "OrderedCollection": "AnnotationCollection",
    "hasStartSelector": "startSelector",
    "hasEndSelector": "endSelector",
    "OrderedCollectionPage": "AnnotationPage",
}
# Told of a node itself, and no link to another.
_TOLD = ("id", "type")
# Times its size that a document may grow to: a graph of annotations names a person or a theme in each of them.
ROOM = 10
# Their values are words of the vocabulary.
_TERMS = ("type", "motivation", "purpose")


def nested(document: Any) -> Any:
    """The document with short names, single values out of their lists, and nodes of its graph where they are named."""
    plain = _plain(document, 0)
    nodes = {one["id"]: one for one in _graph(plain) if isinstance(one.get("id"), str) and len(one) > 1}
    return _Graph(nodes, ROOM * _size(plain)).joined(plain, ()) if nodes else plain


def short(name: str) -> str:
    """The name as the model's context has it."""
    bare = _NAMESPACES.sub("", name, count=1) if _NAMESPACES.match(name) else name
    return _NAMES.get(bare, bare)


def _plain(value: Any, depth: int, *, term: bool = False) -> Any:
    if depth > DEEPEST:
        return None
    if isinstance(value, list):
        items = [_plain(one, depth + 1, term=term) for one in value]
        return items[0] if len(items) == 1 else items
    if isinstance(value, dict):
        value = _plain_object(value, depth)
    return short(value) if term and isinstance(value, str) else value


def _plain_object(value: dict[str, Any], depth: int) -> Any:
    if "@list" in value:
        return [_plain(one, depth + 1) for one in value["@list"]] if isinstance(value["@list"], list) else None
    if "@value" in value and set(value) <= {"@value", "@language", "@type", "@direction"}:
        return value["@value"]
    if set(value) == {"@id"}:
        return value["@id"]
    return {name: _plain(one, depth + 1, term=name in _TERMS) for key, one in value.items() for name in (short(key),)}


def _graph(document: Any) -> list[dict[str, Any]]:
    inside = document.get("@graph") if isinstance(document, dict) else document
    nodes = inside if isinstance(inside, list) else [inside]
    return [one for one in nodes if isinstance(one, dict)]


class _Graph:
    """Nodes by their names; and how many values may still be written where names stood, since names may lead to names
    that lead to names: a small file could grow without end."""

    def __init__(self, nodes: dict[str, dict[str, Any]], room: int) -> None:
        self._nodes, self._room = nodes, room

    def joined(self, value: Any, above: tuple[str, ...], depth: int = 0) -> Any:
        """The value with nodes in place of their names, but none inside itself."""
        self._room -= 1
        if self._room < 0 or depth > 2 * DEEPEST:
            return value
        if isinstance(value, str) and value in self._nodes and value not in above:
            return self.joined(self._nodes[value], above, depth + 1)
        if isinstance(value, list):
            return [self.joined(one, above, depth + 1) for one in value]
        if not isinstance(value, dict):
            return value
        inner = (*above, value["id"]) if isinstance(value.get("id"), str) else above
        return {key: one if key in _TOLD else self.joined(one, inner, depth + 1) for key, one in value.items()}


def _size(document: Any) -> int:
    """How many values it holds."""
    number, waiting = 0, [document]
    while waiting:
        value = waiting.pop()
        number += 1
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return number
