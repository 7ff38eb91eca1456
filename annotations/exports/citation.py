"""Entries of a reference list after GB/T 7714—2025 or —2015, numeric or author-year.

The standards' order: authors, title[kind], serial or dates, address, DOI. A missing field is left out with its
punctuation. Full-width punctuation belongs to the 2025 edition's entries in Chinese, half-width to all others.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.exports.document import Article, CitationStyle
from annotations.exports.names import cited, pinyin
from annotations.exports.references import Reference, reference

NAMED_AUTHORS = 3
_PLAIN = CitationStyle()


@dataclass(frozen=True, slots=True)
class Signs:
    comma: str
    colon: str
    opening: str
    closing: str


FULL_WIDTH = Signs("，", "：", "（", "）")
HALF_WIDTH = Signs(", ", ": ", "(", ")")


def entries(articles: Sequence[Article], style: CitationStyle) -> dict[int, str]:
    """The reference list: entries by article id, in the order the style lists them, which is also their number.

    Numeric keeps the order given. Author-year sorts Chinese entries before others, by author and year, and tells
    several of one author and year apart by letters: 2000a, 2000b. Pinyin order reads surnames as surnames.
    """
    references = {article.id: reference(article) for article in articles}
    if style.form == "numeric":
        return {id: write(fields, style) for id, fields in references.items()}
    ordered = dict(sorted(references.items(), key=lambda item: _rank(item[1])))
    suffixes = _suffixes(ordered)
    return {id: write(fields, style, suffixes[id]) for id, fields in ordered.items()}


def entry(article: Article, style: CitationStyle) -> str:
    """The entry of one article on its own."""
    return write(reference(article), style)


def write(fields: Reference, style: CitationStyle, suffix: str = "") -> str:
    """One entry. `suffix` is the letter after the year where one author has several entries in one year."""
    signs = FULL_WIDTH if style.edition == 2025 and _chinese(fields) else HALF_WIDTH
    opening = ". ".join(filter(None, (_responsible(fields, style, signs, suffix), f"{fields.title}[{fields.kind}]")))
    located = _located(fields, style, signs) + _accessed(fields, style)
    # A full-width bracket brings its own space.
    gap = "." if located.startswith("（") else ". "
    addresses = (fields.url, f"DOI:{fields.doi}" if fields.doi else "")
    return ". ".join(filter(None, (opening + gap + located if located else opening, *addresses))) + "."


def _responsible(fields: Reference, style: CitationStyle, signs: Signs, suffix: str) -> str:
    if style.form == "numeric":
        return signs.comma.join(_shown(fields, style))
    read = _read_in(fields)
    year = f"[{read}{suffix}]" if read and not fields.year else fields.year and fields.year + suffix
    return _listed((*_named(fields, style), year), signs)


def _read_in(fields: Reference) -> str:
    """The year in which a page was read: an undated one has it, in brackets."""
    return str(fields.accessed.year) if fields.online and fields.accessed else ""


def _named(fields: Reference, style: CitationStyle | None = None) -> tuple[str, ...]:
    """Author-year entries are looked up by author, so there the standard wants 佚名 where none is known."""
    return _shown(fields, style or _PLAIN) or ("佚名" if _chinese(fields) else "Anon",)


def _shown(fields: Reference, style: CitationStyle) -> tuple[str, ...]:
    names = tuple(cited(name, capitals=style.edition == 2015) for name in fields.authors)
    if len(names) <= NAMED_AUTHORS:
        return names
    return (*names[:NAMED_AUTHORS], "等" if _chinese(fields) else "et al")


def _located(fields: Reference, style: CitationStyle, signs: Signs) -> str:
    day = str(fields.day or "")
    match fields.kind:
        case "N" | "N/OL":
            return _listed((fields.serial, day), signs) + _bracketed(fields.page, signs)
        case "J" | "J/OL":
            return _issue(fields, style, signs)
        case "R":
            return day
        case "R/OL" if style.edition == 2025:
            return day
    return _bracketed(day, signs)


def _issue(fields: Reference, style: CitationStyle, signs: Signs) -> str:
    year = fields.year if style.form == "numeric" else ""
    place = _listed((fields.serial, year, fields.volume), signs) + _bracketed(fields.issue, signs)
    return place + (f"{signs.colon}{fields.page}" if fields.page else "")


def _accessed(fields: Reference, style: CitationStyle) -> str:
    wanted = fields.online if style.edition == 2015 else fields.kind == "EB/OL"
    return f"[{fields.accessed}]" if wanted and fields.accessed else ""


def _listed(words: Sequence[str], signs: Signs) -> str:
    return signs.comma.join(word for word in words if word)


def _bracketed(content: str, signs: Signs) -> str:
    return f"{signs.opening}{content}{signs.closing}" if content else ""


def _chinese(fields: Reference) -> bool:
    return fields.chinese


def _rank(fields: Reference) -> tuple[bool, tuple[str, ...], str, str, str]:
    author = "，".join(_named(fields))
    return (not _chinese(fields), pinyin(author), fields.year, str(fields.day), fields.title)


def _suffixes(references: dict[int, Reference]) -> dict[int, str]:
    together: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for id, fields in references.items():
        together[_named(fields), fields.year or f"[{_read_in(fields)}]"].append(id)
    return {id: _letters(rank) if len(ids) > 1 else "" for ids in together.values() for rank, id in enumerate(ids)}


def _letters(rank: int) -> str:
    before, last = divmod(rank, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)
