"""A .docx file as blocks: numbers, boxes, notes, revisions and tables as a reader of the document sees them."""

from reader.extraction.formats.archive import WORD_PART, has_part
from reader.extraction.formats.readable import Readable
from reader.extraction.formats.word.package import parts_of
from reader.extraction.formats.word.reading import Reading
from reader.extraction.page import ExtractionError

__all__ = ["is_word", "read_word"]


def is_word(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and has_part(data, WORD_PART)


def read_word(data: bytes) -> Readable:
    """Raises ExtractionError: broken, empty, unsafe (a part declares entities), archive_too_large."""
    reading = Reading.of(parts_of(data))
    try:
        blocks = tuple(reading.blocks())
        heads = tuple(reading.heads())
    except RecursionError as error:
        raise ExtractionError("broken") from error
    if not blocks:
        raise ExtractionError("empty")
    text = "\n".join(block.marker + block.text for block in blocks)
    return Readable(text, dropped=tuple(dict.fromkeys(heads)), blocks=blocks, title=tuple(reading.title))
