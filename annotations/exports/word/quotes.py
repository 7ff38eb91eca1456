"""The second half of the Word report: every quote under its themes, and the list of sources."""

from lxml.etree import _Element

from annotations.exports.colours import colour
from annotations.exports.course import Course
from annotations.exports.document import Document
from annotations.exports.grouping import Quote, Section, sections
from annotations.exports.quoting import beginning, listed_sources, signature
from annotations.exports.word.article import place, set_memo
from annotations.exports.word.spool import Spool
from annotations.exports.word.styles import DEEPEST
from annotations.exports.word.titles import narrow
from annotations.exports.word.xml import add, jump, link, paragraph, properties, run
from annotations.exports.wording import described


def set_quotes(spool: Spool, document: Document, cited: dict[int, str], course: Course, *, texts: bool) -> None:
    """Append the quotes by theme. A quote of several themes has its note where it is listed first.

    With the articles' `texts` in the report, a paragraph's number leads to the paragraph.
    """
    body = spool.element
    _set_part(body, "按主题摘录")
    found = sections(document)
    if not found:
        run(paragraph(body, "Source"), "还没有圈点。")
    listed: dict[str, tuple[str, ...]] = {}
    shown = listed_sources(cited, document.citation)
    for section in found:
        course.tell()
        _set_heading(body, section)
        for quote in section.quotes:
            _set_quote(body, quote, section, shown[quote.article.id], listed, document, texts=texts)
        spool.flush()
        course.tell(len(section.quotes))


def set_sources(body: _Element, cited: dict[int, str], *, numbered: bool) -> None:
    """Append the reference list."""
    _set_part(body, "参考文献")
    for number, citation in enumerate(cited.values(), start=1):
        run(paragraph(body, "Reference"), f"[{number}]\t{citation}" if numbered else citation, dated=True)


def _set_part(body: _Element, heading: str) -> None:
    title = paragraph(body, "Heading1")
    add(properties(title), "pageBreakBefore")
    run(title, heading)


def _set_heading(body: _Element, section: Section) -> None:
    style = f"Heading{min(len(section.path) + 1, DEEPEST)}"
    heading = paragraph(body, style)
    narrow(heading, style, section.path[-1])
    run(heading, section.path[-1])
    for words in described(section.theme) if section.theme else ():
        run(paragraph(body, "Definition"), words)
    set_memo(body, section.theme.memo if section.theme else "")


def _set_quote(
    body: _Element,
    quote: Quote,
    section: Section,
    citation: str,
    listed: dict[str, tuple[str, ...]],
    document: Document,
    *,
    texts: bool,
) -> None:
    mark, rule = quote.highlight, colour(section.theme)
    first = listed.setdefault(mark.id, section.path) == section.path
    said = mark.exact if first else beginning(mark.exact)
    for line in _lines(said):
        run(_ruled(body, "Quote", rule), line)
    for place_in_note, line in enumerate(_lines(mark.note) if first else ()):
        run(_ruled(body, "Note", rule), line if place_in_note else f"批注：{line}")
    facts = paragraph(body, "Facts")
    add(properties(facts), "keepNext")
    if texts:
        jump(facts, f"第 {quote.paragraph} 段", place(quote.article, quote.article.block_at(mark.start)))
    else:
        run(facts, f"第 {quote.paragraph} 段")
    themes = (" / ".join(theme.path) for theme in quote.themes)
    run(facts, "".join(f" · {fact}" for fact in (*themes, *signature(mark, document))), dated=True)
    elsewhere = "、".join(part for part, there in (("全文", said != mark.exact), ("批注", mark.note)) if there)
    if not first and elsewhere:
        run(facts, f" · {elsewhere}见“{' / '.join(listed[mark.id])}”")
    if quote.article.address:
        run(facts, " · ")
        link(facts, "在圈点中打开", quote.article.place(mark))
    if citation.startswith("["):
        citation = f"{citation} 《{quote.article.title}》"
    run(paragraph(body, "Citation"), citation, dated=True)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _ruled(body: _Element, style: str, rule: str) -> _Element:
    """A paragraph with a rule in the theme's colour beside it."""
    created = paragraph(body, style)
    add(add(properties(created), "pBdr"), "left", val="single", sz="18", space="8", color=rule[1:])
    return created
