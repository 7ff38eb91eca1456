"""REFI-QDA projects (https://www.qdasoftware.org) as ATLAS.ti, MAXQDA, NVivo, QualCoder and Quandian write them.

They differ in `Sources/` or `sources/`, in braces round GUIDs, in marks of byte order and line ends, in what positions
count (positions.py finds out), and in where they put notes and coders. What no reader asks for is named (ledger.py).
"""

from lxml.etree import _Element

from annotations.imports.document import Memo, Notes
from annotations.imports.refi.archive import opened
from annotations.imports.refi.ledger import Ledger
from annotations.imports.refi.names import Names
from annotations.imports.refi.sources import Sources

OWN = "Quandian"


def recognises(data: bytes) -> bool:
    return data.startswith(b"PK") and b".qde" in data


def read(data: bytes) -> Notes:
    """Every selection with words in a text; what else there is, is named as unread."""
    archive, ledger = opened(data), Ledger()
    project = ledger.open(archive.project, "name", "origin")
    own = project.get("origin") == OWN
    names = Names(archive, ledger)
    sources = Sources(names, own=own)
    memos = [*_project_memos(project, names), *names.memos, *sources.memos, *names.unattached()]
    if own:
        _expect(project, ledger)
    return Notes(
        "qdpx",
        tuple(sources.passages),
        tuple(names.entries),
        tuple(sources.found),
        tuple(ledger.close(project)),
        tuple(memos),
    )


def _project_memos(project: _Element, names: Names) -> list[Memo]:
    said = [names.ledger.text(project), *names.texts_on(project)]
    return [Memo(text) for text in said if text.strip()]


def _expect(project: _Element, ledger: Ledger) -> None:
    """Our own exports say who exported and when; and call each note after what it is on."""
    ledger.open(project, "creatingUserGUID", "creationDateTime")
    for notes in ledger.children(project, "Notes"):
        for note in ledger.children(notes, "Note"):
            ledger.open(note, "name")
