"""Where in its text a mark stands: the sentences around it, and the headings over it."""

from typing import Protocol

from annotations.exports.document import Article, Highlight
from reader.text.sentences import sentences


class Span(Protocol):
    """Code points [start, end) of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def context(article: Article, mark: Span, beside: int = 0) -> tuple[str, str, str]:
    """The whole sentences the mark touches: what stands before it, the mark, what stands behind it. With as many
    sentences `beside` them as are asked for and the paragraph has."""
    first, last = article.block_at(mark.start), article.block_at(max(mark.end - 1, mark.start))
    text = article.text[first.start : last.end]
    spans = [(start + first.start, end + first.start) for start, end in sentences(text)]
    touched = [place for place, span in enumerate(spans) if span[0] < mark.end and span[1] > mark.start]
    shown = spans[max(touched[0] - beside, 0) : touched[-1] + beside + 1] if touched else []
    begin = min(shown[0][0], mark.start) if shown else mark.start
    end = max(shown[-1][1], mark.end) if shown else mark.end
    return article.text[begin : mark.start], article.text[mark.start : mark.end], article.text[mark.end : end]


def heading_path(article: Article, mark: Highlight) -> tuple[str, ...]:
    """The headings over the paragraph where the mark begins, the outermost first."""
    return article.headings(article.block_at(mark.start))
