"""How the PDF looks beyond the HTML file's style sheet: A4, its pages titled."""

import re

from annotations.exports.characters import legal
from annotations.exports.document import Document
from annotations.exports.html.page import colours
from annotations.exports.html.style import STYLE

# WeasyPrint mixes no colours, looks a custom property up anew for every element that uses it, and is slow with flexible
# boxes.
COLOURS = {"paper": "#fff", "ink": "#26221c", "soft": "#5c5449", "rule": "#d9d0bd", "zhu": "#b23a2b"}
_PAGES = """
body { font-size: 10.5pt; line-height: 1.75; max-width: none; padding: 0; }
.facts, .legend, nav, .notes, figcaption, .memo, figure .note { font-size: 8.5pt; line-height: 1.65; }
.number { inset-inline-start: -3.2em; width: 2.4em; font-size: 7pt; line-height: 2.6; }
.to-note { font-size: 6.5pt; }
mark { background: var(--w); }
.legend { display: block; }
.legend li { display: inline-block; margin-inline-end: 1.2em; }
.notes li { break-inside: avoid; }
nav { display: block; break-after: page; }
nav ol { list-style: none; padding: 0; }
nav a { color: inherit; text-decoration: none; }
nav a[data-page]::after { content: leader(" . ") attr(data-page); }
h2 { break-before: page; border: 0; padding: 0; margin-top: 0; }
blockquote { font-family: var(--serif); }
@page { size: A4; margin: 26mm 24mm 24mm 30mm;
  @top-center { content: "TITLE"; font: 8pt var(--sans); color: #6b6255; } }
"""
_AWKWARD = re.compile(r'["\\<\n\r\f]')
_MEDIA = re.compile(r"@media [^{]*\{([^{}]*\{[^{}]*\}\s*)*\}")
# WeasyPrint would say of each file that it knows none of these.
_UNKNOWN = re.compile(r"(line-break|text-wrap): \w+;")
_VARIABLE = re.compile(r"var\(--([a-z]{2,})\)")


def style(document: Document) -> str:
    """The whole style sheet of a document's pages."""
    title = _AWKWARD.sub(lambda found: f"\\{ord(found[0]):x} ", legal(document.title))
    return _resolved(_UNKNOWN.sub("", _MEDIA.sub("", STYLE)) + _PAGES).replace("TITLE", title) + colours(document)


def _resolved(sheet: str) -> str:
    known = {**COLOURS, **dict(re.findall(r"--(serif|sans): (.*?);", STYLE))}
    return _VARIABLE.sub(lambda found: known[found[1]], sheet)


# Beyond the style sheet: pages that come before the first, and a page that shows the ten digits.
ROMAN = _resolved(
    "@page { @bottom-center { content: counter(page, lower-roman); font: 8pt var(--sans); color: #6b6255 } }"
)
DIGITS = "<p>0123456789</p>", _resolved("p { font: 8pt var(--sans) }")
