"""The parts of an annotation, however many there are and whatever they are wrapped in."""

from collections.abc import Iterator
from typing import Any

from annotations.imports.loading import objects, words

TAGGING = ("tagging", "classifying")


def id_of(one: dict[str, Any]) -> str:
    """The identifier, the first one of several."""
    return next(filter(None, map(words, listed(one.get("id")))), "")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def targets(one: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each target as an object; composites, lists and choices are their items."""
    for said in listed(one.get("target")):
        if isinstance(said, dict) and "items" in said:
            yield from targets({"target": said["items"]})
        elif isinstance(said, (dict, str)) and said:
            yield said if isinstance(said, dict) else {"source": said}


def bodies(said: Any) -> Iterator[dict[str, Any]]:
    """Each body as an object with a value: an address stands for what is there, the first of a choice for all."""
    for body in listed(said):
        if isinstance(body, str):
            yield {"value": body}
        elif isinstance(body, dict) and "items" in body:
            items = listed(body["items"])
            chosen = items[:1] if "Choice" in listed(body.get("type")) else items
            yield from ({"purpose": body.get("purpose")} | made for made in bodies(chosen))
        elif isinstance(body, dict) and not words(body.get("value")) and "source" in body:
            yield from (made | {"purpose": body.get("purpose")} for made in bodies(body["source"]))
        elif isinstance(body, dict):
            yield body if words(body.get("value")) else body | {"value": words(body.get("id"))}


def quote(target: dict[str, Any]) -> dict[str, Any]:
    """The innermost quote: what refines a selector is what was meant."""
    waiting: list[dict[str, Any]] = objects(target.get("selector"))
    found: dict[str, Any] = {}
    while waiting:
        selector = waiting.pop(0)
        if "TextQuoteSelector" in listed(selector.get("type")) and (not found or selector.get("_inner")):
            found = selector
        inner = objects(selector.get("refinedBy")) + objects(selector.get("items"))
        waiting += [one | {"_inner": True} for one in inner]
    return found
