"""Parts of a PDF set one after the other, each in a process and a folder of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.pdf.content import Element, data

# Seconds between two looks up from waiting for a part.
PATIENCE = 0.5
TEMPLATE = Path(__file__).with_name("report.typ")
COMPOSITOR = Path(__file__).with_name("compositor.py")
# A running title is one line.
TITLE = 40


class Killed(Exception):
    """The system ended the process that set a part, most likely for want of memory."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: on which page, from 0, and how many points below its top."""

    page: int
    below: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages as a PDF file, the number that the last one shows, and the places on them by name."""

    file: bytes
    last: int
    places: dict[str, Spot]


class Press:
    """Sets the parts of one document. `meanwhile` is called while a part is set; what it raises ends that."""

    def __init__(self, document: Document, meanwhile: Callable[[], None]) -> None:
        title = " ".join(legal(document.title).split())
        self._common = {
            "title": title if len(title) <= TITLE else f"{title[:TITLE]}…",
            "author": legal(document.exporter),
            "exported": document.exported.replace(microsecond=0).isoformat(),
        }
        self._meanwhile = meanwhile

    def sheets(self, elements: Sequence[Element], first: int = 1, numbering: str = "1") -> Sheets:
        """The elements on pages, whose numbers begin with `first`."""
        part = {**self._common, "elements": elements, "first": first, "numbering": numbering}
        with self._composed(part) as (folder, found):
            places = {place["name"]: Spot(place["page"] - 1, place["below"]) for place in found["places"]}
            return Sheets((folder / "part.pdf").read_bytes(), found["last"], places)

    def missing(self, glyphs: Sequence[str]) -> list[str]:
        """Those of the signs that no font of this machine has."""
        with self._composed({**self._common, "glyphs": glyphs}) as (_folder, found):
            return list(found["missing"])

    @contextmanager
    def _composed(self, part: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
        with TemporaryDirectory() as name:
            folder = Path(name).resolve()
            copy(TEMPLATE, folder)
            with (folder / "part.json").open("w", encoding="utf-8", errors="replace") as file:
                json.dump(part, file, ensure_ascii=False, default=data)
            self._compose(folder)
            yield folder, json.loads((folder / "found.json").read_text(encoding="utf-8"))

    def _compose(self, folder: Path) -> None:
        """The compositor ends when its input does: with this process, however that ends."""
        command = [sys.executable, str(COMPOSITOR), str(folder)]
        with (folder / "trouble").open("w+", encoding="utf-8", errors="replace") as trouble:
            with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=trouble) as compositor:  # noqa: S603
                try:
                    self._await(compositor)
                finally:
                    compositor.kill()
            if compositor.returncode:
                trouble.seek(0)
                raise Killed if compositor.returncode < 0 else RuntimeError(trouble.read())

    def _await(self, compositor: subprocess.Popen[bytes]) -> None:
        while True:
            try:
                compositor.wait(PATIENCE)
                return
            except subprocess.TimeoutExpired:
                self._meanwhile()
