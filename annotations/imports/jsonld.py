"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a collection, a page, a list, or one annotation."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from annotations.imports.document import Notes, Passage, Path, Source
from annotations.imports.loading import loaded, moment, objects, place, words

_THEME = "urn:x-quandian:theme:"


def recognises(data: bytes) -> bool:
    return (b"TextQuoteSelector" in data or b"anno.jsonld" in data) and loaded(data) is not None


def read(data: bytes) -> Notes:
    """Positions are taken as code points, as the model has them; tags become themes, comments notes."""
    found = [(one, _passage(one)) for one in _annotations(loaded(data))]
    unread = tuple(words(one.get("id")) or "?" for one, passage in found if passage is None)
    return Notes("jsonld", tuple(passage for _, passage in found if passage), unread=unread)


def _annotations(value: Any) -> Iterator[dict[str, Any]]:
    for item in objects(value):
        if "items" in item:
            yield from _annotations(item["items"])
        elif "first" in item:
            yield from _annotations(item["first"])
        elif "target" in item:
            yield item


def _passage(one: dict[str, Any]) -> Passage | None:
    target = next(iter(objects(one.get("target"))), {})
    selectors = {words(selector.get("type")): selector for selector in objects(target.get("selector"))}
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    if not words(quote.get("exact")):
        return None
    bodies = objects(one.get("body"))
    return Passage(
        source=_source(target),
        exact=words(quote.get("exact")),
        prefix=words(quote.get("prefix")),
        suffix=words(quote.get("suffix")),
        start=place(position.get("start")),
        note="\n\n".join(words(body.get("value")) for body in bodies if _is_comment(body)),
        themes=tuple(path for body in bodies if body.get("purpose") == "tagging" and (path := _path(body))),
        author=_name(one.get("creator")),
        created=moment(one.get("created")),
        id=uuid_of(words(one.get("id"))),
    )


def _source(target: dict[str, Any]) -> Source:
    """What is annotated is an address, or an object that has one."""
    said = target.get("source")
    described = said if isinstance(said, dict) else {"id": said}
    named = (words(one.get(key)) for one in (target, described) for key in ("title", "label", "name"))
    return Source(title=next(filter(None, named), ""), url=words(described.get("id")))


def _is_comment(body: dict[str, Any]) -> bool:
    return body.get("purpose", "commenting") != "tagging" and bool(words(body.get("value")))


def _path(body: dict[str, Any]) -> Path:
    """Our own tags say where in the codebook they stand; others are one word."""
    id = words(body.get("id"))
    if id.startswith(_THEME):
        return tuple(unquote(name) for name in id.removeprefix(_THEME).split("/"))
    value = words(body.get("value"))
    return (value,) if value else ()


def _name(creator: Any) -> str:
    if isinstance(creator, str):
        return words(creator)
    first = next(iter(objects(creator)), {})
    return words(first.get("name")) or words(first.get("nickname"))


def uuid_of(id: str) -> str:
    """The UUID that the identifier is or ends in; empty where it has none."""
    try:
        return str(UUID(id.rpartition("/")[2].removeprefix("urn:uuid:")))
    except ValueError:
        return ""
