"""What reports on paper say of a quote: in full once, later its beginning; whose it is; where its source is listed."""

from unicodedata import category

from annotations.exports.document import CitationStyle, Document, Highlight
from annotations.exports.references import JOINER
from annotations.exports.wording import moment

# Characters. A shorter quote repeated whole costs less than the way back to where it stands in full.
LONG, BEGINNING = 120, 40


def beginning(quote: str) -> str:
    """The quote's first characters and an ellipsis; all of it where it is not long."""
    if len(quote) <= LONG:
        return quote
    end = next(place for place in range(BEGINNING, 0, -1) if not _joined(quote, place) or place == 1)
    return " ".join(quote[:end].split()) + "……"


def _joined(text: str, place: int) -> bool:
    """Whether what stands before and behind the place is one sign: an accent, a joined emoji, a chosen form."""
    before, behind = text[place - 1], text[place]
    return behind == JOINER or before == JOINER or category(behind) in ("Mn", "Mc", "Me")


def signature(mark: Highlight, document: Document) -> tuple[str, ...]:
    """Whose mark it is and when it was last changed, where that tells something: among several people's, or on
    request."""
    return tuple(filter(None, (mark.author, moment(mark.updated)))) if document.signed else ()


def listed_sources(cited: dict[int, str], style: CitationStyle) -> dict[int, str]:
    """What stands below a quote, by article, where the list of sources follows: its number there. A list without
    numbers is repeated entry by entry."""
    if style.form != "numeric":
        return cited
    return {id: f"[{number}]" for number, id in enumerate(cited, start=1)}
