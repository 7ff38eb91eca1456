"""A document's PDF, written and read again by an independent library."""

import io

from pypdf import PdfReader

from annotations.exports.pdf import report


def written(document):
    output = io.BytesIO()
    report.write(document, output)
    return PdfReader(output, strict=True)


def shown(reader):
    """The text without white space: lines break anywhere in Chinese."""
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def pages_saying(reader, words):
    return [number for number, page in enumerate(reader.pages) if words in "".join(page.extract_text().split())]


def links(page):
    return [annotation.get_object() for annotation in page.get("/Annots", ())]
