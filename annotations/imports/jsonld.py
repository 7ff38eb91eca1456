"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a collection, a page, a list, or one annotation."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from uuid import UUID, uuid5

from annotations.imports.document import Notes, Passage, Path, Source, Unread
from annotations.imports.loading import loaded, moment, objects, place, uuid_of, words

_THEME = "urn:x-quandian:theme:"


def recognises(data: bytes) -> bool:
    return data.lstrip()[:1] in (b"{", b"[") and any(True for _one in _annotations(loaded(data)))


def read(data: bytes) -> Notes:
    """Positions are taken as code points, as the model has them; tags become themes, comments notes; each target is a
    passage of its own."""
    passages: list[Passage] = []
    unread: list[Unread] = []
    for one in _annotations(loaded(data)):
        found = [made for number, target in enumerate(_targets(one)) if (made := _passage(one, target, number))]
        passages += found
        unread += _unread(one, len(found))
    return Notes("jsonld", tuple(passages), unread=tuple(unread))


def _annotations(value: Any) -> Iterator[dict[str, Any]]:
    for item in objects(value):
        inside = next((item[key] for key in ("items", "first", "@graph") if key in item and "target" not in item), None)
        if inside is not None:
            yield from _annotations(inside)
        elif "target" in item or item.get("type", item.get("@type")) == "Annotation":
            yield item


def _unread(one: dict[str, Any], found: int) -> Iterator[Unread]:
    """What of the annotation is no passage, or is more than was taken in."""
    name, targets = words(one.get("id", one.get("@id"))) or "?", list(_targets(one))
    if not targets:
        yield Unread(name, "no_target")
    for target in targets:
        if not words(_quote(target).get("exact")):
            yield Unread(name, "no_quote" if target.get("selector") else "whole_target")
    yield from _unread_fields(one, name, found)


def _unread_fields(one: dict[str, Any], name: str, found: int) -> Iterator[Unread]:
    if found and words(one.get("created")) and moment(one.get("created")) is None:
        yield Unread(name, "no_time", (("said", words(one.get("created"))[:40]),))
    if isinstance(one.get("creator"), list) and len(one["creator"]) > 1:
        yield Unread(name, "several_people")
    yield from _unread_bodies(one, name)


def _unread_bodies(one: dict[str, Any], name: str) -> Iterator[Unread]:
    if any(not isinstance(body, (dict, str)) for body in _listed(one.get("body"))):
        yield Unread(name, "no_body")
    for body in objects(one.get("body")):
        if body.get("type") == "Choice" and len(_listed(body.get("items"))) > 1:
            yield Unread(name, "another_form")
        elif not any(words(made.get("value")) for made in _bodies(body)):
            yield Unread(name, "no_body")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _targets(one: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each target as an object; composites, lists and choices are their items."""
    for said in _listed(one.get("target")):
        if isinstance(said, dict) and "items" in said:
            yield from _targets({"target": said["items"]})
        elif isinstance(said, (dict, str)) and said:
            yield said if isinstance(said, dict) else {"source": said}


def _bodies(said: Any) -> Iterator[dict[str, Any]]:
    """Each body as an object with a value: an address stands for what is there, the first of a choice for all."""
    for body in _listed(said):
        if isinstance(body, str):
            yield {"value": body}
        elif isinstance(body, dict) and "items" in body:
            items = _listed(body["items"])
            chosen = items[:1] if body.get("type") == "Choice" else items
            yield from ({"purpose": body.get("purpose")} | made for made in _bodies(chosen))
        elif isinstance(body, dict) and not words(body.get("value")) and "source" in body:
            yield from (made | {"purpose": body.get("purpose")} for made in _bodies(body["source"]))
        elif isinstance(body, dict):
            yield body if words(body.get("value")) else body | {"value": words(body.get("id", body.get("@id")))}


def _quote(target: dict[str, Any]) -> dict[str, Any]:
    """The innermost quote: what refines a selector is what was meant."""
    waiting: list[dict[str, Any]] = objects(target.get("selector"))
    found: dict[str, Any] = {}
    while waiting:
        selector = waiting.pop(0)
        if "TextQuoteSelector" in _listed(selector.get("type", selector.get("@type"))) and (
            not found or selector.get("_inner")
        ):
            found = selector
        inner = objects(selector.get("refinedBy")) + objects(selector.get("items"))
        waiting += [one | {"_inner": True} for one in inner]
    return found


def _passage(one: dict[str, Any], target: dict[str, Any], number: int) -> Passage | None:
    quote = _quote(target)
    if not words(quote.get("exact")):
        return None
    positions = [at for at in objects(target.get("selector")) if at.get("type") == "TextPositionSelector"]
    bodies = [*_bodies(one.get("body")), *_bodies({"value": words(one.get("bodyValue"))})]
    tagging = "tagging" in _listed(one.get("motivation"))
    tags = [body for body in bodies if _is_tag(body, tagging)]
    id = uuid_of(words(one.get("id", one.get("@id"))))
    return Passage(
        source=_source(target),
        exact=words(quote.get("exact")),
        prefix=words(quote.get("prefix")),
        suffix=words(quote.get("suffix")),
        start=place(positions[0].get("start")) if positions else -1,
        note="\n\n".join(text for body in bodies if body not in tags and (text := words(body.get("value")))),
        themes=tuple(path for body in tags if (path := _path(body))),
        author=_name(one.get("creator")),
        account=_account(one.get("creator")),
        created=moment(one.get("created")),
        updated=moment(one.get("modified")),
        id=str(uuid5(UUID(id), str(number))) if id and number else id,
    )


def _is_tag(body: dict[str, Any], tagging: bool) -> bool:
    """A body without a purpose of its own has the annotation's."""
    purposes = _listed(body.get("purpose"))
    return any(str(one).rpartition(":")[2] in ("tagging", "classifying") for one in purposes) or (
        tagging and not purposes
    )


def _source(target: dict[str, Any]) -> Source:
    """What is annotated is an address, or an object that has one."""
    said = target.get("source", target.get("id"))
    described = said if isinstance(said, dict) else {"id": said}
    named = (words(one.get(key)) for one in (target, described) for key in ("title", "label", "name"))
    url = words(described.get("id", described.get("@id")))
    return Source(title=next(filter(None, named), ""), url=url, page=words(target.get("scope")))


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


def _account(creator: Any) -> str:
    return words(next(iter(objects(creator)), {}).get("nickname"))
