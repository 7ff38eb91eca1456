"""What every format is read to."""

from dataclasses import dataclass

from reader.extraction.page import Block


@dataclass(frozen=True, slots=True)
class Readable:
    """HTML or plain text, with the address the format itself states; `dropped` are running heads taken out. A format
    that knows more of its lines than their text gives `blocks` as well, and the lines
    of the `title` that it calls so."""

    text: str
    url: str = ""
    dropped: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    title: tuple[str, ...] = ()
