"""What is no page by itself, made readable: .mhtml, .docx and .pdf, known by their first bytes; all else is text."""

from reader.extraction.decoding import decode
from reader.extraction.formats.mhtml import is_mhtml, read_mhtml
from reader.extraction.formats.pdf import is_pdf, read_pdf
from reader.extraction.formats.readable import Readable
from reader.extraction.formats.word import is_word, read_word

__all__ = ["SUFFIXES", "Readable", "readable"]

SUFFIXES = (".docx", ".htm", ".html", ".md", ".mht", ".mhtml", ".pdf", ".txt")
_FORMATS = ((is_mhtml, read_mhtml), (is_pdf, read_pdf), (is_word, read_word))


def readable(data: bytes, content_type: str = "") -> Readable:
    """The text of the bytes, HTML or plain. Raises ExtractionError with a code for each fault."""
    read = next((read for knows, read in _FORMATS if knows(data)), None)
    return read(data) if read else Readable(decode(data, content_type))
