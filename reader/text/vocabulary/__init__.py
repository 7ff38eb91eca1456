"""Official terms (提法) that jieba's own dictionary cuts apart, each with its category."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).with_name("terms.tsv")


def read(lines: str) -> dict[str, str]:
    """Terms to categories, from lines of a term, a tab and a category, sorted by code point."""
    return dict(line.split("\t") for line in lines.splitlines())


CATEGORIES: dict[str, str] = read(FILE.read_text(encoding="utf-8"))
TERMS: tuple[str, ...] = tuple(CATEGORIES)


def fingerprint(own: Iterable[str] = ()) -> str:
    """What a text was cut by: the same for the same official terms and the same terms of a project."""
    return sha256("\n".join([*TERMS, "", *sorted(set(own))]).encode()).hexdigest()[:16]
