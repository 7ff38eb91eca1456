"""Where one text has what is asked: read from the text itself, so that it needs no index."""

from annotations.search.language import Query, shown
from annotations.search.matching import Span, matches
from reader.models import TextVersion
from reader.text.folding import fold
from reader.text.sentences import sentences


def spans(version: TextVersion, query: Query) -> list[Span]:
    """Spans [start, end) of the query's terms in code points of the version's text, in order. Refused: costly."""
    found: set[Span] = set()
    start = 0
    for block in version.blocks:
        text = fold(block["text"])
        stops = [end for _, end in sentences(block["text"])]
        for term in shown(query.root):
            found.update((start + first, start + last) for first, last in matches(term, text, stops))
        start += len(text) + 1
    return sorted(found)
