"""Where one text has what is asked: read from the text itself, so that it needs no index."""

from annotations.search.language import Query, shown
from annotations.search.matching import Span, matches
from reader.articles.blocks import folded
from reader.models import TextVersion


def spans(version: TextVersion, query: Query) -> list[Span]:
    """Spans [start, end) of the query's terms in code points of the version's text, in order. Refused: costly."""
    found: set[Span] = set()
    start = 0
    for text, stops in folded(block["text"] for block in version.blocks).blocks:
        for term in shown(query.root):
            found.update((start + first, start + last) for first, last in matches(term, text, stops))
        start += len(text) + 1
    return sorted(found)
