"""Bibliography entries as GB/T 7714—2025 or —2015 has them, numeric or author-year.

The order of elements is GB/T 7714's: authors, title[kind], serial or dates, address. A missing field is left out with its
punctuation. Full-width punctuation is the 2025 edition's, for entries in Chinese; half-width everything else's.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from annotations.exports.document import Article, CitationKind, CitationStyle
from annotations.exports.sources import Serial, read_source

NAMED_AUTHORS = 3
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A newspaper's own digital edition shows its printed page, so date, page and address belong to one entry.
_DIGITAL_EDITION = re.compile(r"^https?://(?:[^/]*\.)?(?:e?paper|epaper\w*|szb\w*|dzb\w*)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Punctuation:
    comma: str
    colon: str
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Words:
    others: str
    anonymous: str


FULL = Punctuation("，", "：", "（", "）")
HALF = Punctuation(", ", ": ", "(", ")")
CHINESE = Words("等", "佚名")
WESTERN = Words("et al", "Anon")


@dataclass(frozen=True, slots=True)
class Reference:
    """The fields of one entry, already chosen and trimmed; "" or None is a field that is not there."""

    authors: tuple[str, ...]
    title: str
    kind: CitationKind
    serial: str = ""
    printed: date | None = None
    published: date | None = None
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    accessed: date | None = None
    url: str = ""
    doi: str = ""
