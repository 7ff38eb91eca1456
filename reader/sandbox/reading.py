"""What came in, read in a child."""

from reader import extraction
from reader.extraction import SUFFIXES, Page
from reader.extraction.formats import archive
from reader.sandbox.calling import bounded


def extract(data: bytes, url: str = "", content_type: str = "") -> Page:
    """As extraction.extract; ExtractionError slow or heavy, too."""
    return bounded(extraction.extract, data, url, content_type)


def unpacked(data: bytes) -> archive.Unpacked | None:
    """As archive.unpacked, for the files of every kind taken in; what does not begin as a ZIP does is none."""
    return bounded(archive.unpacked, data, SUFFIXES) if data.startswith(archive.BEGINNINGS) else None
