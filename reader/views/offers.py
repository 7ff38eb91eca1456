"""What a reader is offered where no article was found: all of the page's text."""

from dataclasses import dataclass

from reader.cleaning.captures import Capture
from reader.extraction import ExtractionError
from reader.wording import in_words

LENGTH = 2000
TITLE_LENGTH = 60


@dataclass(frozen=True)
class Offer:
    """The beginning of the text, its length, a title to start from, and why there is no article."""

    title: str
    text: str
    characters: int
    reason: str


def offer_of(came: Capture, error: ExtractionError) -> Offer:
    text = error.text[:LENGTH]
    return Offer(came.title or text.split("\n", 1)[0][:TITLE_LENGTH], text, len(error.text), in_words(error))
