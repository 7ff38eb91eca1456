"""The sources of a REFI-QDA project: their texts, what is marked in them, and what is said of them as a whole."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from lxml.etree import _Element

from annotations.imports.document import Memo, Passage, Source
from annotations.imports.refi.ledger import called
from annotations.imports.refi.names import Names
from annotations.imports.refi.passages import Words, passages
from annotations.imports.refi.positions import Said, counted, span_of
from annotations.imports.refi.xml import local

# The element that holds the text of each kind of source, beside the source itself.
TEXTS = {
    "TextSource": "",
    "PDFSource": "Representation",
    "PictureSource": "TextDescription",
    "AudioSource": "Transcript",
    "VideoSource": "Transcript",
}
SELECTIONS = ("PlainTextSelection", "TranscriptSelection")
PATHS = ("plainTextPath", "path", "richTextPath", "currentPath")
PLACE_ON_PAGE = ("page", "firstX", "firstY", "secondX", "secondY")


class Sources:
    """All sources of the project, read one after the other."""

    def __init__(self, names: Names, *, own: bool) -> None:
        self.names, self.ledger, self.own = names, names.ledger, own
        self.found: list[Source] = []
        self.passages: list[Passage] = []
        self.memos: list[Memo] = []
        self._by_guid: dict[str, Source] = {}
        listed = self.ledger.child(names.archive.project, "Sources")
        for element in self.ledger.children(listed, *TEXTS) if listed is not None else ():
            self._take(element)

    def _take(self, element: _Element) -> None:
        self.ledger.open(element, "guid", "name")
        holder = TEXTS[local(element)]
        texts = self.ledger.children(element, holder) if holder else [element]
        sources = [self._take_text(text, element) for text in texts]
        main = next(iter(sources), None)
        if not any(source.text.strip() for source in sources):
            there = any(element.get(path) for path in PATHS)
            self.ledger.report(_title(element) or called(element), "elsewhere" if there else "no_text")
        self._take_whole(element, main)
        if local(element) == "PDFSource":
            for selection in self.ledger.children(element, "PDFSelection"):
                self._take_words(selection, main or self._source(element, ""))
        for selection in element:
            if local(selection) in ("PictureSelection", "AudioSelection", "VideoSelection"):
                self.ledger.reject(selection, "no_text")

    def _source(self, element: _Element, text: str, name: str = "") -> Source:
        title = _title(element) or name
        earlier = [one for one in self.found if one.id.endswith(f" {title}")]
        # Two articles of one title in a library could not be told apart.
        shown = f"{title}（{len(earlier) + 1}）" if earlier and title else title
        source = Source(title=shown, text=text, id=f"{len(self.found)} {title}")
        self.ledger.open(element, "plainTextPath", "path")
        self.found.append(source)
        return source

    def _take_text(self, element: _Element, owner: _Element) -> Source:
        """The text, the selections in it, and notes that bring a selection of their own."""
        self.ledger.open(element, "guid")
        self._check_text(element, owner)
        noted = [
            (one, note)
            for note in self.names.notes_on(element)
            for one in self.ledger.children(note, "PlainTextSelection")
        ]
        plain = [(one, None) for one in self.ledger.children(element, *SELECTIONS)]
        points = self._points(element)
        selections = [(one, note, self._said(one, points)) for one, note in [*plain, *noted]]
        # Our own positions are code points: there is nothing to find out.
        counting = [] if self.own else [said for _, _, said in selections]
        text = counted(self.names.archive.text(element), counting)
        source = self._source(owner, text.plain, _title(element))
        for selection, note, said in selections:
            self._take_selection(selection, note, text.span(said), source)
        if element is not owner:
            self._take_whole(element, source)
        return source

    def _take_selection(
        self, selection: _Element, note: _Element | None, span: tuple[int, int], source: Source
    ) -> None:
        exact = source.text[slice(*span)]
        self._check_name(selection, exact)
        if not exact.strip():
            self.ledger.reject(selection, "outside")
            return
        also, found = "", selection
        if note is not None:
            also = self.names.text(note)
            _sign(found, note)
            self.names.person(note)
        self.passages += passages(found, Words(source, span[0], exact), self.names, also)

    def _take_words(self, selection: _Element, source: Source) -> None:
        """A stretch of a PDF's page is known by its words, which the selection brings."""
        inside = self.ledger.child(selection, "Representation")
        exact = self._words(inside) if inside is not None else ""
        if not exact.strip():
            self.ledger.reject(selection, "no_text")
            return
        # Where it stood on the page: in the text, its words say the same.
        self._check_name(selection, exact)
        self.ledger.open(selection, *PLACE_ON_PAGE)
        start, end = span_of(exact, source.text)
        words = Words(source, start, source.text[start:end]) if start >= 0 else Words(source, -1, exact)
        self.passages += passages(selection, words, self.names)

    def _check_text(self, element: _Element, owner: _Element) -> None:
        """A text that stands in a file besides, in other words, and another name of the same thing stay unread."""
        inside = self.ledger.child(element, "PlainTextContent")
        if inside is None or self.names.archive.file_text(element) in ("", self.names.archive.text(element)):
            self.ledger.open(element, "plainTextPath")
        if element is owner or _title(owner) in ("", element.get("name")):
            self.ledger.open(element, "name")

    def _check_name(self, selection: _Element, exact: str) -> None:
        """A selection called by its words says no more; any other name stays unread."""
        name = " ".join(selection.get("name", "").split()).rstrip("….")
        if " ".join(exact.split()).startswith(name):
            self.ledger.open(selection, "name")
        self.ledger.open(selection, "guid")

    def _words(self, inside: _Element) -> str:
        self.ledger.open(inside, "guid", "plainTextPath")
        self.ledger.children(inside, "PlainTextContent")
        return counted(self.names.archive.text(inside), ()).plain.strip()

    def _take_whole(self, element: _Element, source: Source | None) -> None:
        """What is said of the source as a whole: memos where it has a text, else named."""
        for coding in self.ledger.children(element, "Coding"):
            whose = self.names.person(coding).name, coding.get("creationDateTime", "")[:10]
            name = "，".join(filter(None, [f"{_title(element)}：{' / '.join(self.names.path(coding))}", *whose]))
            self._remember(element, source, self.names.texts_on(coding))
            self.ledger.reject(coding, "whole_source", name)
        # Our own exports describe a source by its citation, which its fields say again.
        said = [] if self.own else [self.ledger.text(element).strip("\n")]
        self.ledger.text(element)
        notes = [note for note in self.names.notes_on(element) if not self.ledger.children(note, "PlainTextSelection")]
        self._remember(element, source, [*said, *map(self.names.text, notes)])

    def _remember(self, element: _Element, source: Source | None, texts: Iterable[str]) -> None:
        for text in texts:
            if text.strip() and source is None:
                self.ledger.report(f"{_title(element)}：{text}", "no_text")
            elif text.strip():
                self.memos.append(Memo(text, source))

    def _points(self, element: _Element) -> dict[str, str]:
        """Where in a transcript its points in time stand."""
        points = self.ledger.children(element, "SyncPoint")
        return {self.ledger.guid(one): self.ledger.get(one, "position") for one in points}

    def _said(self, selection: _Element, points: dict[str, str]) -> Said:
        ends = [self.ledger.get(selection, f"{side}Position") for side in ("start", "end")]
        if local(selection) == "TranscriptSelection":
            ends = [points.get(self.ledger.guid(selection, f"{side}SyncPoint"), "") for side in ("from", "to")]
        known = all(one.isascii() and one.isdecimal() for one in ends)
        start, end = map(int, ends) if known else (-1, -1)
        return Said(start, end, selection.get("name", ""))


def _sign(selection: _Element, note: _Element) -> None:
    """A selection inside a note is its writer's, made when the note was."""
    for attribute in ("creatingUser", "creationDateTime"):
        if not selection.get(attribute) and note.get(attribute):
            selection.set(attribute, note.get(attribute, ""))


def _title(element: _Element) -> str:
    """The source's name, else its file's without folder and extension."""
    paths: Sequence[str] = [element.get(attribute, "") for attribute in PATHS]
    path = next(filter(None, paths), "")
    return element.get("name", "").strip() or PurePosixPath(path.replace("\\", "/")).stem
