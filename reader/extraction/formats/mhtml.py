"""A page as the browser saved it: a mail message of one part or many, with the page's frames in parts of their own."""

import html
import re
from email import message_from_bytes, policy
from email.message import Message

from reader.extraction.decoding import decode
from reader.extraction.formats.readable import Readable
from reader.extraction.page import ExtractionError

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*\r?\n")
_SAVED = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.IGNORECASE | re.MULTILINE
)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
# Nothing is read below the end of a page that has no body of its own.
_END_OF_PAGE = re.compile(r"(?:</body>\s*)?</html>|</body>(?!\s*</html>)", re.IGNORECASE)
_HEAD = 4000
# Some programs begin a message with empty lines, or mark it as UTF-8.
_BLANK = b"\xef\xbb\xbf\r\n\t "
# Parsers leave out whatever else than frames stands in a frameset; a frame whose part is missing shows nothing.
_FRAMESET = re.compile(r"</?frame(?:set)?\b[^<>]{0,2000}>", re.IGNORECASE)
# A page brings its pictures and scripts along, some hundreds at most.
MOST_PARTS = 5000
_BOUNDARY = re.compile(rb"""boundary\s*=\s*"?([^";\r\n]{1,200})""", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_FRAME = re.compile(
    r"""<i?frame\b[^<>]{0,2000}?\bsrc\s*=\s*["']?(?P<address>[^"'\s>]{1,2000})[^<>]{0,2000}>""", re.IGNORECASE
)


def is_mhtml(data: bytes) -> bool:
    data = data[:_HEAD].lstrip(_BLANK)
    if not _HEADER.match(data):
        return False
    head = _END_OF_HEAD.split(data, 1)[0]
    return bool(_SAVED.search(head))


def read_mhtml(data: bytes) -> Readable:
    """The first page with its frames inside it; a part that stands in no frame of it follows as one."""
    _count(data)
    try:
        message = message_from_bytes(data.lstrip(_BLANK), policy=policy.compat32)
        parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    except RecursionError as error:
        raise ExtractionError("broken") from error
    if not parts:
        raise ExtractionError("not_text")
    frames = {name: part for part in reversed(parts[1:]) for name in _names(part)}
    page = _FRAME.sub(lambda match: _framed(match, frames), _text(parts[0]))
    page = _FRAMESET.sub("", page)
    left = "".join(map(_frame, dict.fromkeys(frames.values())))
    ends = [match.start() for match in _END_OF_PAGE.finditer(page)] if left else []
    text = f"{page[: ends[-1]]}{left}{page[ends[-1] :]}" if ends else page + left
    return Readable(text, _address(parts[0]) or _address(message))


def _count(data: bytes) -> None:
    boundary = _BOUNDARY.search(data[:_HEAD])
    if boundary and data.count(b"--" + boundary[1].strip()) > MOST_PARTS:
        raise ExtractionError("many_parts", {"parts": MOST_PARTS})


def _text(part: Message) -> str:
    held = part.get_payload(decode=True)
    return decode(held if isinstance(held, bytes) else b"", str(part.get("Content-Type", "")))


def _frame(part: Message) -> str:
    """A frame that cannot be read shows nothing: advertisers send pictures and nonsense as pages."""
    try:
        return f'<iframe srcdoc="{html.escape(_text(part))}"></iframe>'
    except ExtractionError:
        return ""


def _names(part: Message) -> list[str]:
    """What a frame may call the part: its address, cid: and its id; or nothing may."""
    identity = str(part.get("Content-ID") or "").strip("<> ")
    named = [f"cid:{identity}" if identity else "", str(part.get("Content-Location") or "")]
    return list(filter(None, named)) or [f"unnamed:{id(part)}"]


def _framed(match: re.Match[str], frames: dict[str, Message]) -> str:
    """Each part goes into one frame, however often it is asked for."""
    part = frames.get(html.unescape(match["address"]))
    if part is None:
        return match[0]
    for name in _names(part):
        frames.pop(name, None)
    return _frame(part)


def _address(part: Message) -> str:
    said = str(part.get("Content-Location") or part.get("Snapshot-Content-Location") or "")
    return said if said.startswith(("http://", "https://")) else ""
