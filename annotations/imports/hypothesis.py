"""Hypothesis's JSON export: the list of annotations as its API gives them (https://h.readthedocs.io)."""

from typing import Any

from annotations.imports.document import Notes, Passage, Source, Unread
from annotations.imports.loading import loaded, moment, objects, place, words


def recognises(data: bytes) -> bool:
    return b'"uri"' in data and b'"target"' in data and bool(_annotations(loaded(data)))


def read(data: bytes) -> Notes:
    """An annotation of a whole page, or a reply, marks no passage and is named as unread."""
    found = [(one, _passage(one)) for one in _annotations(loaded(data))]
    unread = tuple(
        Unread(
            words(one.get("text"))[:60] or words(one.get("id")), "reply" if one.get("references") else "whole_target"
        )
        for one, passage in found
        if passage is None
    )
    return Notes("hypothesis", tuple(passage for _, passage in found if passage), unread=unread)


def _annotations(value: Any) -> list[dict[str, Any]]:
    """The export is {"annotations": […]}, an answer of the API {"rows": […]}, a plain list does as well."""
    if isinstance(value, dict):
        value = value.get("annotations") or value.get("rows") or []
    return [one for one in objects(value) if "uri" in one]


def _passage(one: dict[str, Any]) -> Passage | None:
    selectors = {
        words(selector.get("type")): selector
        for target in objects(one.get("target"))
        for selector in objects(target.get("selector"))
    }
    quote, position = selectors.get("TextQuoteSelector", {}), selectors.get("TextPositionSelector", {})
    if not words(quote.get("exact")):
        return None
    tags = one.get("tags")
    return Passage(
        source=Source(title=_title(one), url=words(one.get("uri"))),
        exact=words(quote.get("exact")),
        prefix=words(quote.get("prefix")),
        suffix=words(quote.get("suffix")),
        start=place(position.get("start")),
        note=words(one.get("text")),
        themes=tuple((words(tag),) for tag in (tags if isinstance(tags, list) else []) if words(tag)),
        author=_author(one),
        account=_account(one),
        created=moment(one.get("created")),
        updated=moment(one.get("updated")),
    )


def _title(one: dict[str, Any]) -> str:
    document = one.get("document")
    title = document.get("title") if isinstance(document, dict) else ""
    return words(title[0] if isinstance(title, list) and title else title)


def _author(one: dict[str, Any]) -> str:
    """A name if one is shown, else the account's."""
    shown = one.get("user_info")
    return (words(shown.get("display_name")) if isinstance(shown, dict) else "") or _account(one)


def _account(one: dict[str, Any]) -> str:
    """The name in acct:name@host, which only one person has."""
    return words(one.get("user")).removeprefix("acct:").partition("@")[0]
