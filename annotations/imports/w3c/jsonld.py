"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): a collection, a page, a list, or one annotation."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote
from uuid import UUID, uuid5

from annotations.imports.document import Notes, Passage, Path, Source, Unread
from annotations.imports.loading import loaded, moment, objects, place, uuid_of, words
from annotations.imports.w3c.linked import nested
from annotations.imports.w3c.parts import TAGGING, bodies, id_of, listed, quote, targets
from annotations.imports.w3c.unread import details, elsewhere, unread_of

_THEME = "urn:x-quandian:theme:"


def recognises(data: bytes) -> bool:
    if data.lstrip()[:1] not in (b"{", b"["):
        return False
    document = loaded(data)
    return _is_one(document) or _is_one(nested(document))


def _is_one(document: Any) -> bool:
    return next(_annotations(document), None) is not None or next(elsewhere(document), None) is not None


def read(data: bytes) -> Notes:
    """Positions are taken as code points, as the model has them; tags become themes, comments notes; each target is a
    passage of its own."""
    document = nested(loaded(data))
    passages: list[Passage] = []
    unread: list[Unread] = []
    taken: list[dict[str, Any]] = []
    for one in _once(_annotations(document)):
        found = [made for number, target in enumerate(targets(one)) if (made := _passage(one, target, number))]
        passages += found
        taken += [one] if found else []
        unread += unread_of(one, len(found))
    return Notes("jsonld", tuple(passages), unread=(*unread, *elsewhere(document), *details(taken)))


def _annotations(value: Any) -> Iterator[dict[str, Any]]:
    for item in objects(value):
        inside = next((item[key] for key in ("items", "first", "@graph") if key in item and "target" not in item), None)
        if inside is not None:
            yield from _annotations(inside)
        elif "target" in item or "Annotation" in listed(item.get("type")):
            yield item


def _once(annotations: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A flattened graph has an annotation by itself, and in the page that lists it."""
    seen: dict[str, dict[str, Any]] = {}
    for one in annotations:
        if seen.setdefault(id_of(one), one) is one or not id_of(one) or seen[id_of(one)] != one:
            yield one


def _passage(one: dict[str, Any], target: dict[str, Any], number: int) -> Passage | None:
    said = quote(target)
    if not words(said.get("exact")):
        return None
    positions = [at for at in objects(target.get("selector")) if "TextPositionSelector" in listed(at.get("type"))]
    spoken = [*bodies(one.get("body")), *bodies({"value": words(one.get("bodyValue"))})]
    tagging = any(motive in TAGGING for motive in listed(one.get("motivation")))
    tags = [body for body in spoken if _is_tag(body, tagging)]
    id = uuid_of(id_of(one))
    return Passage(
        source=_source(target),
        exact=words(said.get("exact")),
        prefix=words(said.get("prefix")),
        suffix=words(said.get("suffix")),
        start=place(positions[0].get("start")) if positions else -1,
        note="\n\n".join(text for body in spoken if body not in tags and (text := words(body.get("value")))),
        themes=tuple(path for body in tags if (path := _path(body))),
        author=_name(one.get("creator")),
        account=_account(one.get("creator")),
        created=moment(one.get("created")),
        updated=moment(one.get("modified")),
        id=str(uuid5(UUID(id), str(number))) if id and number else id,
    )


def _is_tag(body: dict[str, Any], tagging: bool) -> bool:
    """A body without a purpose of its own has the annotation's."""
    purposes = listed(body.get("purpose"))
    return any(one in TAGGING for one in purposes) or (tagging and not purposes)


def _source(target: dict[str, Any]) -> Source:
    """What is annotated is an address, or an object that has one."""
    said = target.get("source", target.get("id"))
    described = said if isinstance(said, dict) else {"id": said}
    named = (words(one.get(key)) for one in (target, described) for key in ("title", "label", "name"))
    url = words(described.get("id"))
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
