"""Word, quotes only: every quote under its themes, then the sources, without the articles' texts."""

from typing import BinaryIO

from annotations.exports.document import Document
from annotations.exports.word import report

_ = str
name = "docx-quotes"
extension = "引文.docx"
media_type = report.media_type
label = _("Word 文档（只有引文）")


def write(document: Document, output: BinaryIO) -> None:
    """Write the quotes as one .docx file."""
    report.compose(document, output, texts=False)
