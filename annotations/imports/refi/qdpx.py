"""REFI-QDA projects (https://www.qdasoftware.org) as ATLAS.ti, MAXQDA, NVivo, QualCoder and Quandian write them.

They differ in `Sources/` or `sources/`, in braces round GUIDs, in marks of byte order and line ends, and in what
positions count; a selection may have a description and no coding. positions.py finds out what positions count.
"""

from dataclasses import dataclass

from lxml.etree import _Element

from annotations.imports.document import Code, Notes, Passage, Path, Source
from annotations.imports.jsonld import uuid_of
from annotations.imports.loading import moment
from annotations.imports.refi.archive import Archive, opened
from annotations.imports.refi.positions import Counted, Said, counted
from annotations.imports.refi.xml import child, children, guid, local, text_of, whole_text_of
from annotations.limits import CONTEXT


@dataclass(frozen=True)
class Names:
    """What the identifiers of a project stand for."""

    codes: dict[str, Path]
    users: dict[str, str]
    notes: dict[str, str]


def recognises(data: bytes) -> bool:
    return data.startswith(b"PK") and b".qde" in data


def read(data: bytes) -> Notes:
    """Every plain text's selections; pictures, sound and pages of a PDF are named as unread."""
    archive = opened(data)
    codes = _codes(archive.project)
    names = Names({id: code.path for id, code in codes}, _users(archive.project), _notes(archive))
    passages: list[Passage] = []
    sources: list[Source] = []
    unread: list[str] = []
    for element in archive.project.iter():
        if _is_text(element):
            source, found, lost = _source(element, archive, names)
            sources.append(source)
            passages += found
            unread += lost
        elif local(element).endswith("Selection") and local(element) != "PlainTextSelection":
            unread.append(element.get("name") or local(element))
    return Notes("qdpx", tuple(passages), tuple(code for _, code in codes), tuple(sources), tuple(unread))


def _is_text(element: _Element) -> bool:
    """A text source, or the text beside a PDF or a picture."""
    return local(element) in ("TextSource", "Representation")


def _source(element: _Element, archive: Archive, names: Names) -> tuple[Source, list[Passage], list[str]]:
    selections = children(element, "PlainTextSelection")
    text = counted(archive.text(element), [_said(one) for one in selections])
    owner = element if local(element) == "TextSource" else element.getparent()
    source = Source(title=(owner.get("name") if owner is not None else "") or "", text=text.plain)
    found = [(one, _passage(one, source, text, names)) for one in selections]
    lost = [one.get("name") or guid(one) for one, passage in found if passage is None]
    return source, [passage for _, passage in found if passage], lost


def _said(selection: _Element) -> Said:
    start, end = (selection.get(f"{side}Position", "") for side in ("start", "end"))
    known = start.isdecimal() and end.isdecimal()
    return Said(int(start) if known else -1, int(end) if known else -1, selection.get("name", ""))


def _passage(selection: _Element, source: Source, text: Counted, names: Names) -> Passage | None:
    start, end = text.span(_said(selection))
    if not source.text[start:end].strip():
        return None
    codings = children(selection, "Coding")
    coded = [guid(ref, "targetGUID") for coding in codings for ref in children(coding, "CodeRef")]
    noted = [guid(ref, "targetGUID") for ref in children(selection, "NoteRef")]
    notes = [whole_text_of(selection, "Description"), *(names.notes.get(id, "") for id in noted)]
    return Passage(
        source=source,
        exact=source.text[start:end],
        prefix=source.text[max(0, start - CONTEXT) : start],
        suffix=source.text[end : end + CONTEXT],
        start=start,
        note="\n\n".join(note for note in dict.fromkeys(notes) if note.strip()),
        themes=tuple(dict.fromkeys(names.codes[id] for id in coded if id in names.codes)),
        author=names.users.get(guid(selection, "creatingUser"), ""),
        created=moment(selection.get("creationDateTime", "").replace("Z", "+00:00")),
        id=uuid_of(guid(selection)),
    )


def _codes(project: _Element) -> list[tuple[str, Code]]:
    """The code tree from its roots down, by identifiers."""
    found: list[tuple[str, Code]] = []
    waiting: list[tuple[_Element, Path]] = [(element, ()) for element in _top_codes(project)]
    while waiting:
        element, above = waiting.pop(0)
        path: Path = (*above, element.get("name", "").strip() or "?")
        found.append((guid(element), Code(path, element.get("color", ""), text_of(element, "Description"))))
        waiting += [(below, path) for below in children(element, "Code")]
    return found


def _top_codes(project: _Element) -> list[_Element]:
    book = child(project, "CodeBook")
    codes = child(book, "Codes") if book is not None else None
    return children(codes, "Code") if codes is not None else []


def _users(project: _Element) -> dict[str, str]:
    users = child(project, "Users")
    return {guid(user): user.get("name", "") for user in children(users, "User")} if users is not None else {}


def _notes(archive: Archive) -> dict[str, str]:
    notes = child(archive.project, "Notes")
    return {guid(note): archive.text(note).strip() for note in children(notes, "Note")} if notes is not None else {}
