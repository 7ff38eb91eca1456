"""What a codebook's file says, as values."""

from dataclasses import dataclass
from typing import Any

from annotations.imports.document import MOST_CODES, ImportFault

Path = tuple[str, ...]

LARGEST = 10 * 2**20
MOST = MOST_CODES
ROOT = -1


@dataclass(frozen=True, slots=True)
class Code:
    """A theme as a file has it, not fitted to the codebook yet. `parent` is its parent's place among the file's codes,
    ROOT for none. What is empty was not said; an `implied` one was only named as somebody's parent."""

    name: str
    parent: int = ROOT
    definition: str = ""
    use_when: str = ""
    avoid_when: str = ""
    keywords: tuple[str, ...] = ()
    colour: str = ""
    archived: bool = False
    implied: bool = False


TEXTS = ("definition", "use_when", "avoid_when")
SAID = (*TEXTS, "keywords", "colour", "archived")


def check(data: bytes) -> None:
    if len(data) > LARGEST:
        raise ImportFault("too_large")


def check_number(codes: int) -> None:
    if codes == 0:
        raise ImportFault("no_codes")
    if codes > MOST:
        raise ImportFault("many_codes", limit=MOST)


def tidy_text(text: Any) -> str:
    """A text with line ends as the database has them, without white space around it."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
