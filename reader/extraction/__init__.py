"""A saved page in, the article out, with everything that was taken away."""

import re

from reader.extraction.boilerplate import RULES
from reader.extraction.decoding import decode
from reader.extraction.dump import read_dump
from reader.extraction.html_page import read_html
from reader.extraction.page import ORIGINS, Author, Block, ExtractionError, Page, PrintEdition, Removed

__all__ = [
    "ORIGINS",
    "RULES",
    "Author",
    "Block",
    "ExtractionError",
    "Page",
    "PrintEdition",
    "Removed",
    "extract",
    "is_markup",
]

# A document's own elements, or the end of a block: a text may speak of <script> and be no page.
_MARKUP = re.compile(r"<(?:!doctype|html|head|body)\b|</(?:article|div|h[1-6]|li|p|section|table)>", re.IGNORECASE)
_HEAD = 5000


def extract(data: bytes, url: str = "", content_type: str = "") -> Page:
    """The page in these bytes: HTML in any Chinese charset, or the plain text of a page.

    `url` chooses the site's rule, `content_type` is the server's word on the charset. Raises ExtractionError:
    empty, not_text, no_article (its `text` then is all that was visible).
    """
    text = decode(data, content_type)
    page = read_html(text, url) if is_markup(text) else read_dump(text)
    if not page.blocks:
        raise ExtractionError("no_article", text=text.strip())
    return page


def is_markup(text: str) -> bool:
    """Whether the text is an HTML document, or a piece of one, by its beginning."""
    return bool(_MARKUP.search(text[:_HEAD]))
