"""The Word report's comments: one for each mark that has themes or a note, signed and dated."""

from lxml.etree import _Element

from annotations.exports.characters import legal
from annotations.exports.document import Document, Highlight, local
from annotations.exports.word.xml import add, paragraph, run
from annotations.exports.wording import UNSIGNED


class Comments:
    """Ids are counted here: python-docx looks all of them up for every new one, 72 s for ten thousand."""

    def __init__(self, root: _Element, document: Document) -> None:
        self._root = root
        self._document = document
        self._numbers: dict[str, str] = {}

    def open(self, mark: Highlight, at: _Element) -> None:
        """Begin the mark's comment at the end of a paragraph; nothing where it has neither themes nor a note."""
        if mark.themes or mark.note:
            number = self._numbers[mark.id] = str(len(self._numbers))
            self._write(mark, number)
            add(at, "commentRangeStart", id=number)

    def close(self, mark: Highlight, at: _Element) -> None:
        """End the mark's comment at the end of a paragraph."""
        if number := self._numbers.get(mark.id):
            add(at, "commentRangeEnd", id=number)
            reference = add(at, "r")
            add(add(reference, "rPr"), "rStyle", val="CommentReference")
            add(reference, "commentReference", id=number)

    def _write(self, mark: Highlight, number: str) -> None:
        author = legal(mark.author).strip() or UNSIGNED
        date = f"{local(mark.updated):%Y-%m-%dT%H:%M:%S}"
        comment = add(self._root, "comment", id=number, author=author, date=date, initials=initials(author))
        first = paragraph(comment, "CommentText")
        reference = add(first, "r")
        add(add(reference, "rPr"), "rStyle", val="CommentReference")
        add(reference, "annotationRef")
        themes = self._document.themes_of(mark)
        for theme in themes:
            run(first, f"〔{' / '.join(theme.path)}〕", bold=True, colour=theme.hex[1:])
        for place, line in enumerate(mark.note.splitlines()):
            run(paragraph(comment, "CommentText") if themes or place else first, line)


def initials(name: str) -> str:
    """李编码 is 李, Ada King is AK."""
    return "".join(word[0] for word in name.split()[:3]).upper() if name.isascii() else name[0]
