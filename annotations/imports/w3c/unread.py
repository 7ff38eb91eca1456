"""What of annotations is no passage, or says more than was taken in."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from annotations.imports.document import Unread
from annotations.imports.loading import moment, objects, words
from annotations.imports.w3c.parts import TAGGING, bodies, id_of, listed, quote, targets

# Motives that a highlight has by itself: its themes, its note.
_KEPT = (*TAGGING, "commenting", "describing", "highlighting")
# What is read of each part of an annotation, or says only how its text is written.
_PLACES = {"id", "type", "label", "name", "title"}
_READ: dict[str, set[str]] = {
    "annotation": {
        *("@context", "id", "type", "body", "bodyValue", "created", "creator", "modified", "motivation", "target")
    },
    "body": {"id", "type", "value", "purpose", "items", "source", "format", "language"},
    "creator": {"id", "type", "name", "nickname"},
    "selector": {"id", "type", "exact", "prefix", "suffix", "start", "end", "items", "refinedBy", "_inner"},
    "target": {"scope", "selector", "source", "items", "format", "language", *_PLACES},
}
# Parts that hold others of their kind.
_INNER = ("items", "source", "refinedBy")


def elsewhere(value: Any) -> Iterator[Unread]:
    """Pages of a collection that are named and are not in the file."""
    for item in objects(value):
        if "AnnotationCollection" in listed(item.get("type")) and words(item.get("first")):
            yield Unread(words(item["first"]), "elsewhere")
        if "AnnotationPage" in listed(item.get("type")) and words(item.get("next")):
            yield Unread(words(item["next"]), "elsewhere")
        for key in ("first", "@graph"):
            yield from elsewhere(item.get(key))


def unread_of(one: dict[str, Any], found: int) -> Iterator[Unread]:
    """What of the annotation is no passage, or is more than was taken in."""
    name, meant = id_of(one) or "?", list(targets(one))
    if not meant:
        yield Unread(name, "no_target")
    for target in meant:
        if not words(quote(target).get("exact")):
            yield Unread(name, "no_quote" if target.get("selector") else "whole_target")
    yield from _unread_fields(one, name, found)


def _unread_fields(one: dict[str, Any], name: str, found: int) -> Iterator[Unread]:
    for time in ("created", "modified"):
        if found and one.get(time) and moment(one[time]) is None:
            yield Unread(name, "no_time", (("said", str(one[time])[:40]),))
    if isinstance(one.get("creator"), list) and len(one["creator"]) > 1:
        yield Unread(name, "several_people")
    if one.get("bodyValue") and not words(one["bodyValue"]):
        yield Unread(name, "no_body")
    yield from _unread_bodies(one, name)


def _unread_bodies(one: dict[str, Any], name: str) -> Iterator[Unread]:
    if any(not isinstance(body, (dict, str)) for body in listed(one.get("body"))):
        yield Unread(name, "no_body")
    for body in objects(one.get("body")):
        if "Choice" in listed(body.get("type")) and len(listed(body.get("items"))) > 1:
            yield Unread(name, "another_form")
        elif not any(words(made.get("value")) for made in bodies(body)):
            yield Unread(name, "no_body")


def details(taken: list[dict[str, Any]]) -> Iterator[Unread]:
    """What else the annotations that were taken in say, by where they say it."""
    counts = Counter(said for one in taken for said in _unread_keys(one))
    for place in dict.fromkeys(place for place, _ in counts):
        own = {key: number for (where, key), number in counts.items() if where == place}
        yield Unread(f"{place}：{'、'.join(sorted(own))}", "detail", (("number", sum(own.values())),))


def _unread_keys(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("annotation", key) for key in one.keys() - _READ["annotation"])
    yield from (("motivation", str(motive)[:40]) for motive in listed(one.get("motivation")) if motive not in _KEPT)
    waiting = [(place, part) for place in ("body", "creator", "target") for part in objects(one.get(place))]
    while waiting:
        place, part = waiting.pop(0)
        yield from ((place, key) for key in part.keys() - _READ[place])
        waiting += [(place, inner) for key in _INNER for inner in objects(part.get(key))]
        waiting += [("selector", inner) for inner in objects(part.get("selector"))]
