"""The second half of the PDF: every quote under its themes, the list of sources, what could not be printed."""

from collections.abc import Iterator

from annotations.exports.colours import colour
from annotations.exports.document import Document
from annotations.exports.grouping import Quote, Section, sections
from annotations.exports.pdf.article import chip, memo, separated, signed
from annotations.exports.pdf.content import Element, Line, Span, dated, element, lines, to
from annotations.exports.pdf.places import PARTS, QUOTES, SOURCES, Places
from annotations.exports.quoting import beginning, listed_sources
from annotations.exports.wording import described


def quote_elements(document: Document, cited: dict[int, str], places: Places) -> Iterator[Element]:
    """The quotes; one of several themes is whole, with its note, where it is listed first."""
    yield element("heading", PARTS[QUOTES], QUOTES, title=PARTS[QUOTES], level=2)
    found = sections(document)
    if not found:
        yield element("facts", "还没有圈点。")
    shown = listed_sources(cited, document.citation)
    whole: dict[str, Section] = {}
    for section in found:
        yield from _heading(section, places)
        for quote in section.quotes:
            first = whole.setdefault(quote.highlight.id, section)
            yield _quote(quote, section, first, shown[quote.article.id], document, places)


def source_elements(document: Document, cited: dict[int, str], places: Places) -> Iterator[Element]:
    yield element("heading", PARTS[SOURCES], SOURCES, title=PARTS[SOURCES], level=2)
    numbered = document.citation.form == "numeric"
    for number, (id, citation) in enumerate(cited.items(), start=1):
        yield Element("source", (Line(dated(citation)),), places.source(id), number=f"[{number}]" if numbered else "")


def _heading(section: Section, places: Places) -> Iterator[Element]:
    name = section.path[-1]
    untagged = section.quotes and not section.theme
    place = places.heading(() if untagged else section.path)
    yield element("heading", name, place, title=name, level=len(section.path) + 2)
    for said in described(section.theme) if section.theme else ():
        yield element("facts", said)
    yield from memo(section.theme.memo if section.theme else "")


def _quote(quote: Quote, section: Section, first: Section, source: str, document: Document, places: Places) -> Element:
    mark = quote.highlight
    said = mark.exact if first is section else beginning(mark.exact)
    note = lines(mark.note, "note") if first is section else ()
    return Element(
        "quote",
        (
            *lines(said, "quote"),
            *note,
            Line(separated(_facts(quote, section, first, source, document, places)), "facts"),
        ),
        colour=colour(section.theme),
    )


def _facts(
    quote: Quote, section: Section, first: Section, source: str, document: Document, places: Places
) -> list[Span]:
    """Where the quote stands and is listed, its other themes, where its rest and its note are, whose it is."""
    mark, article = quote.highlight, quote.article
    facts = [
        Span(f"《{article.title}》第 {quote.paragraph} 段", to=to(places.mark(mark))),
        Span(source, to=to(places.source(article.id))),
        *(chip(theme, places) for theme in quote.themes if theme != section.theme),
    ]
    if first is not section and (missing := _missing(quote)):
        facts.append(Span(f"{missing}见“{' / '.join(first.path)}”", to=to(places.theme(first.theme))))
    return facts + signed(mark, document)


def _missing(quote: Quote) -> str:
    cut = beginning(quote.highlight.exact) != quote.highlight.exact
    return "、".join(part for part, there in (("全文", cut), ("批注", quote.highlight.note)) if there)
