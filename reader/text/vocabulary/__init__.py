"""Official terms (提法) that jieba's own dictionary cuts apart, each with its category."""

from pathlib import Path

_FILE = Path(__file__).with_name("terms.tsv")


def read(lines: str) -> dict[str, str]:
    """Terms to categories, from lines of a term, a tab and a category, sorted by code point."""
    return dict(line.split("\t") for line in lines.splitlines())


CATEGORIES: dict[str, str] = read(_FILE.read_text(encoding="utf-8"))
TERMS: tuple[str, ...] = tuple(CATEGORIES)
