"""What every format is read to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readable:
    """HTML or plain text, with the address the format itself states; `dropped` are running heads taken out."""

    text: str
    url: str = ""
    dropped: tuple[str, ...] = ()
