"""A saved page in, the article out, with everything that was taken away."""

import re
from dataclasses import replace

from reader.extraction.boilerplate import RULES
from reader.extraction.document import read_document
from reader.extraction.dump import read_dump
from reader.extraction.formats import SUFFIXES, Readable, readable
from reader.extraction.html_page import read_html
from reader.extraction.invisible_signs import plain
from reader.extraction.official import with_document
from reader.extraction.page import ORIGINS, Author, Block, ExtractionError, Page, PrintEdition, Removed

__all__ = [
    "ORIGINS",
    "RULES",
    "SUFFIXES",
    "Author",
    "Block",
    "ExtractionError",
    "Page",
    "PrintEdition",
    "Readable",
    "Removed",
    "extract",
    "is_markup",
    "readable",
]

# A document's own elements, or the end of a block: a text may speak of <script> and be no page.
_MARKUP = re.compile(r"<(?:!doctype|html|head|body)\b|</(?:article|div|h[1-6]|li|p|section|table)>", re.IGNORECASE)
_HEAD = 5000


def extract(data: bytes, url: str = "", content_type: str = "") -> Page:
    """The page in these bytes: HTML in any Chinese charset, the plain text of a page, .mhtml, .docx, .pdf.

    `url` chooses the site's rule, `content_type` is the server's word on the charset. Raises ExtractionError:
    empty, not_text, garbled, broken, locked, scanned; no_article (its `text` then is all that was visible).
    """
    came = readable(data, content_type)
    page = _read(came, url)
    if not page.blocks:
        raise ExtractionError("no_article", text=came.text.strip())
    if came.url:
        page = replace(page, url=came.url, rules={**page.rules, "url": "saved_page"})
    heads = (Removed("running_head", line, "paragraph", len(page.blocks)) for line in came.dropped)
    return replace(page, removed=(*page.removed, *heads))


def _read(came: Readable, url: str) -> Page:
    if came.blocks:
        return read_document(came.blocks, came.title)
    page = read_html(came.text, url or came.url) if is_markup(came.text) else read_dump(plain(came.text))
    return with_document(page)


def is_markup(text: str) -> bool:
    """Whether the text is an HTML document, or a piece of one, by its beginning."""
    return bool(_MARKUP.search(text[:_HEAD]))
