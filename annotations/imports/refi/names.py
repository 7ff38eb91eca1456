"""What the identifiers of a REFI-QDA project stand for: its people, codes and notes, and what is linked with a note."""

from collections import defaultdict
from dataclasses import dataclass

from lxml.etree import _Element

from annotations.imports.document import Code, Memo, Path
from annotations.imports.refi.archive import Archive
from annotations.imports.refi.ledger import Ledger
from annotations.imports.refi.xml import child, guid


@dataclass(frozen=True, slots=True)
class Person:
    """`account` is what only this person is called, where the file says it."""

    name: str = ""
    account: str = ""


class Names:
    """The tables of one project. What is looked up here is taken care of; the rest stays for the ledger to name."""

    def __init__(self, archive: Archive, ledger: Ledger) -> None:
        self.archive, self.ledger = archive, ledger
        project = archive.project
        self.memos: list[Memo] = []
        self._notes = {guid(note): note for note in self._listed(project, "Notes", "Note")}
        self._used: set[str] = set()
        self._linked = self._links(project)
        self.people = {ledger.guid(user): self._person(user) for user in self._listed(project, "Users", "User")}
        self.codes: dict[str, Path] = {}
        self.entries: list[Code] = []
        book = ledger.child(project, "CodeBook")
        if book is not None:
            self._take_codes(self._listed(book, "Codes", "Code"))

    def person(self, element: _Element) -> Person:
        return self.people.get(self.ledger.guid(element, "creatingUser"), Person())

    def path(self, coding: _Element) -> Path:
        """The theme of a coding; empty where the file has no such code."""
        reference = self.ledger.child(coding, "CodeRef")
        if reference is None:
            return ()
        path = self.codes.get(self.ledger.guid(reference, "targetGUID"), ())
        if not path:
            self.ledger.reject(reference, "not_there", f"CodeRef {guid(reference, 'targetGUID')}")
        return path

    def notes_on(self, element: _Element) -> list[_Element]:
        """The notes that the element refers to, or that a link joins with it."""
        ids = [self._referred(one) for one in self.ledger.children(element, "NoteRef")] + self._linked[guid(element)]
        found = dict.fromkeys(id for id in ids if id in self._notes)
        self._used.update(found)
        return [self._opened(id) for id in found]

    def texts_on(self, element: _Element) -> list[str]:
        """What the notes on the element say."""
        return [text for note in self.notes_on(element) if (text := self.text(note))]

    def text(self, note: _Element) -> str:
        """The note's words, else what describes it, else its name; and that note's other half, where it has both."""
        said = [self.archive.text(note).strip("\n"), self.ledger.text(note).strip("\n")]
        self.ledger.children(note, "PlainTextContent")
        return "\n\n".join(filter(str.strip, said)) or self.ledger.get(note, "name")

    def unattached(self) -> list[Memo]:
        """Notes on nothing are about the whole project."""
        left = [self._opened(id) for id in self._notes if id not in self._used]
        said = [(self.ledger.get(note, "name").strip(), self.text(note)) for note in left]
        return [Memo(text if name in ("", text) else f"{name}\n{text}") for name, text in said if text.strip()]

    def _opened(self, id: str) -> _Element:
        return self.ledger.open(self._notes[id], "guid", "plainTextPath")

    def _referred(self, reference: _Element) -> str:
        id = self.ledger.guid(reference, "targetGUID")
        if id not in self._notes:
            self.ledger.reject(reference, "not_there", f"NoteRef {id}")
        return id

    def _links(self, project: _Element) -> dict[str, list[str]]:
        """The notes that links join with a thing, whichever end they stand at; other links stay unread."""
        found: dict[str, list[str]] = defaultdict(list)
        links = child(project, "Links")
        for link in links if links is not None else ():
            ends = guid(link, "originGUID"), guid(link, "targetGUID")
            for note, other in (ends, ends[::-1]):
                if note in self._notes and other and other not in self._notes:
                    found[other].append(note)
                    self.ledger.child(project, "Links")
                    self.ledger.open(link, "guid", "direction", "originGUID", "targetGUID")
        return found

    def _person(self, user: _Element) -> Person:
        return Person(self.ledger.get(user, "name").strip(), self.ledger.get(user, "id").strip())

    def _listed(self, parent: _Element, group: str, name: str) -> list[_Element]:
        """The children of this name, opened but for notes, in the group of the parent."""
        found = self.ledger.child(parent, group)
        if found is None:
            return []
        return (
            [one for one in found if one.tag == f"{found.tag[: -len(group)]}{name}"]
            if name == "Note"
            else (self.ledger.children(found, name))
        )

    def _take_codes(self, top: list[_Element]) -> None:
        """The code tree from its roots down. Codes of one name side by side are two: the later ones get numbers."""
        taken: set[Path] = set()
        waiting: list[tuple[_Element, Path]] = [(element, ()) for element in top]
        while waiting:
            element, above = waiting.pop(0)
            path = _free((*above, self.ledger.get(element, "name").strip() or "?"), taken)
            taken.add(path)
            self.codes[self.ledger.guid(element)] = path
            self.ledger.open(element, "isCodable")
            text = self.ledger.text(element).strip()
            self.entries.append(Code(path, self.ledger.get(element, "color"), text))
            self.memos += [Memo(said, theme=path) for said in self.texts_on(element)]
            waiting += [(below, path) for below in self.ledger.children(element, "Code")]


def _free(path: Path, taken: set[Path]) -> Path:
    *above, name = path
    number, free = 1, path
    while free in taken:
        number += 1
        free = (*above, f"{name}（{number}）")
    return free
