"""PDF: the HTML file laid out on A4 with running titles, its Chinese fonts embedded, by WeasyPrint."""

from io import BytesIO
from typing import BinaryIO

from annotations.exports import html
from annotations.exports.document import Document

_ = str
name = "pdf"
extension = "pdf"
media_type = "application/pdf"
label = _("PDF")

# WeasyPrint reads custom properties but mixes no colours, and its pages have titles and numbers of their own.
STYLE = """
:root { --paper: #fff; --ink: #26221c; --soft: #5c5449; --rule: #d9d0bd; --zhu: #b23a2b; }
mark { background: var(--w); }
h1 { string-set: running content(); }
.number { inset-inline-start: -3.2em; }
nav a::after { content: leader(" . ") target-counter(attr(href), page); }
nav { display: block; break-after: page; }
nav ol { list-style: none; padding: 0; }
h2 { break-before: page; }
h1 + .facts ~ h2, article:first-of-type > h2, #quotes > h2 { margin-top: 0; }
footer { display: none; }
@page { size: A4; margin: 26mm 24mm 24mm 30mm;
  @top-center { content: string(running); font: 9pt var(--sans); color: #6b6255; }
  @bottom-center { content: counter(page); font: 9pt var(--sans); color: #6b6255; } }
"""


class Unavailable(Exception):
    """The format cannot be written on this machine; says what to do."""


def write(document: Document, output: BinaryIO) -> None:
    """Lay the document out. Nothing is fetched: the page holds all it shows."""
    try:
        from weasyprint import CSS, HTML
    except OSError as error:
        raise Unavailable(
            "这台机器缺少排 PDF 用的系统库（Pango）。请安装它（Debian、Ubuntu：apt install libpango-1.0-0 "
            "libpangoft2-1.0-0；macOS：brew install pango），或改用 Word、网页格式。"
        ) from error
    page = BytesIO()
    html.write(document, page)
    HTML(string=page.getvalue().decode()).write_pdf(output, stylesheets=[CSS(string=STYLE)])
