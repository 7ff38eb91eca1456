"""A block's text with its spans as elements: the text nodes, in order, say the text and nothing else."""

import re
from itertools import pairwise

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from reader.articles.grid import Placed
from reader.extraction.page import Span
from reader.views.block_rows import Shown, TableRow

register = template.Library()
_CHINESE = r"\u3400-\u9fff\U00020000-\U0003ffff"
# A Chinese character on one side, on the other one too or a letter or number: 3,000 and 8:30 stay as they are. What
# ends a paragraph needs no room behind it.
_BEFORE, _BEHIND = rf"[{_CHINESE}”’》」』）〕】)]", rf"[{_CHINESE}“‘《「『（〔【(]"
_FOLDED = re.compile(rf"(?<={_BEFORE})[,;:!?](?={_BEHIND}|[A-Za-z0-9])|(?<=[A-Za-z0-9%])[,;:!?](?={_BEHIND})")
_ELEMENTS = {"bold": "strong", "emphasis": "em"}


@register.filter
def marked(shown: Shown) -> SafeString:
    return _marked(shown, 0, len(shown.block.text))


@register.filter
def table_row(row: TableRow) -> SafeString:
    """Written without white space between the cells, which would be text of the row."""
    if row.shown is None:
        return SafeString("<tr></tr>")
    cells = format_html_join("", "{}", ((_cell(row.shown, placed),) for placed in row.cells))
    return format_html(
        '<tr class="block-text" id="p{}" data-start="{}">{}</tr>', row.shown.number, row.shown.start, cells
    )


def _cell(shown: Shown, placed: Placed) -> SafeString:
    """A header heads its row where it begins one below the first, its column else. What parts the cell's text from the
    next cell's is there for the offsets and takes no room."""
    cell = placed.cell
    if placed.filler:
        return SafeString('<td class="filler"></td>')
    before, after = shown.block.text[placed.first : cell.start], shown.block.text[cell.end : placed.last]
    gaps = [format_html('<span class="gap">{}</span>', gap) if gap else "" for gap in (before, after)]
    spanned = (("rowspan", cell.rowspan), ("colspan", cell.colspan))
    said = [(name, str(size)) for name, size in spanned if size > 1]
    if cell.header:
        said.append(("scope", "row" if cell.column == 0 and cell.row > 0 else "col"))
    attributes = format_html_join("", ' {}="{}"', said)
    inside = format_html("{}{}{}", gaps[0], _marked(shown, cell.start, cell.end), gaps[1])
    return format_html("<{0}{1}>{2}</{0}>", "th" if cell.header else "td", attributes, inside)


def _marked(shown: Shown, start: int, end: int) -> SafeString:
    """The text between two places, cut wherever a span begins or ends."""
    spans = [(at, span) for at, span in enumerate(shown.block.spans) if span.start < end and span.end > start]
    edges = {max(start, span.start) for _, span in spans} | {min(end, span.end) for _, span in spans}
    cuts = sorted({start, end, *edges})
    return format_html_join("", "{}", ((_piece(shown, spans, a, b),) for a, b in pairwise(cuts)))


def _piece(shown: Shown, spans: list[tuple[int, Span]], start: int, end: int) -> SafeString | str:
    text = _typeset(shown.block.text, start, end)
    for at, span in spans:
        if span.start <= start and end <= span.end:
            text = _wrapped(shown, at, span, text, first=span.start == start)
    return text


def _typeset(text: str, start: int, end: int) -> SafeString | str:
    """A sign that was folded to half its width stands as wide as Chinese signs do, and stays what it is."""
    wide = [match.start() for match in _FOLDED.finditer(text, start, end + 1)]
    if not wide:
        return text[start:end]
    cuts = [start, *(edge for at in wide for edge in (at, at + 1)), end]
    return format_html_join("", "{}", ((_sign(text[a:b], a in wide),) for a, b in pairwise(cuts) if a < b))


def _sign(text: str, folded: bool) -> SafeString | str:
    return format_html('<span class="folded">{}</span>', text) if folded else text


def _wrapped(shown: Shown, at: int, span: Span, text: SafeString | str, *, first: bool) -> SafeString:
    if span.kind == "ruby":
        return format_html('<span class="ruby" data-reading="{}" title="{}">{}</span>', span.target, span.target, text)
    if span.kind != "note":
        return format_html("<{0}>{1}</{0}>", _ELEMENTS[span.kind], text)
    if at not in shown.links:
        return format_html('<span class="note-mark">{}</span>', text)
    said = gettext("注释 %(mark)s") % {"mark": span.target}
    name = format_html(' id="{}"', mark_id(shown.number, at)) if first else ""
    return format_html('<a class="note-mark"{} href="#p{}" aria-label="{}">{}</a>', name, shown.links[at], said, text)


@register.filter
def way_back(shown: Shown) -> str:
    """The address of the mark that leads to the note, "" where none does."""
    return f"#{mark_id(*shown.called)}" if shown.called else ""


def mark_id(block: int, span: int) -> str:
    return f"m{block}-{span}"
