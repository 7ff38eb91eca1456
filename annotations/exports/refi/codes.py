"""What the two REFI-QDA formats share: the identifiers of codes and memos, and the code tree."""

from datetime import UTC, datetime

from lxml.etree import SubElement, _Element

from annotations.exports.characters import legal
from annotations.exports.document import Document, Theme
from annotations.exports.identifiers import guid
from annotations.imports.codebook.description import compose

ORIGIN = "Quandian"
PROJECT = "urn:QDA-XML:project:1.0"


def code_guid(document: Document, path: tuple[str, ...]) -> str:
    return guid(document, "code", *path)


def memo_guid(document: Document, *names: object) -> str:
    """The identifier of the memo on what is named. A codebook on its own has no memos."""
    return guid(document, "memo", *names)


def time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add_codes(codes: _Element, document: Document, namespace: str) -> None:
    """Append the themes as nested codes; a parent that is not listed is there, but cannot be coded with."""
    themes = {theme.path: theme for theme in document.themes}
    added: dict[tuple[str, ...], _Element] = {(): codes}
    for theme in document.themes:
        for depth in range(1, len(theme.path) + 1):
            path = theme.path[:depth]
            if path not in added:
                added[path] = _add_code(added[path[:-1]], path, themes.get(path), document, namespace)


def _add_code(
    parent: _Element, path: tuple[str, ...], theme: Theme | None, document: Document, namespace: str
) -> _Element:
    code = SubElement(parent, f"{{{namespace}}}Code", guid=code_guid(document, path), name=legal(path[-1]))
    code.set("isCodable", "true" if theme else "false")
    if theme:
        code.set("color", theme.foreign or theme.hex)
    if theme and (entry := _entry(theme)):
        SubElement(code, f"{{{namespace}}}Description").text = legal(entry)
    if theme and theme.memo and namespace == PROJECT:
        SubElement(code, f"{{{namespace}}}NoteRef", targetGUID=memo_guid(document, "code", *path))
    return code


def _entry(theme: Theme) -> str:
    return compose(theme.definition, theme.use_when, theme.avoid_when, theme.keywords, theme.archived)
