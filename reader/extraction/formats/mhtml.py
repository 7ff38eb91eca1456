"""A page as the browser saved it with its pictures: a mail message whose first HTML part is the page."""

import re
from email import message_from_bytes, policy
from email.message import Message

from reader.extraction.decoding import decode
from reader.extraction.formats.readable import Readable
from reader.extraction.page import ExtractionError

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4000


def is_mhtml(data: bytes) -> bool:
    return bool(_HEADER.match(data) and _RELATED.search(data[:_HEAD]))


def read_mhtml(data: bytes) -> Readable:
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise ExtractionError("broken") from error
    if page is None:
        raise ExtractionError("not_text")
    held = page.get_payload(decode=True)
    text = decode(held if isinstance(held, bytes) else b"", str(page.get("Content-Type", "")))
    return Readable(text, _address(page) or _address(message))


def _address(part: Message) -> str:
    said = str(part.get("Content-Location") or part.get("Snapshot-Content-Location") or "")
    return said if said.startswith(("http://", "https://")) else ""
