"""Where in its text a mark stands: the sentences around it, and the headings over it."""

from annotations.exports.document import Article, Highlight
from reader.text.sentences import sentences


def context(article: Article, mark: Highlight) -> tuple[str, str, str]:
    """The whole sentences the mark touches: what stands before it, the mark, what stands behind it."""
    first, last = article.block_at(mark.start), article.block_at(max(mark.end - 1, mark.start))
    text = article.text[first.start : last.end]
    spans = [(start + first.start, end + first.start) for start, end in sentences(text)]
    touched = [span for span in spans if span[0] < mark.end and span[1] > mark.start]
    begin = min(touched[0][0], mark.start) if touched else mark.start
    end = max(touched[-1][1], mark.end) if touched else mark.end
    return article.text[begin : mark.start], article.text[mark.start : mark.end], article.text[mark.end : end]


def heading_path(article: Article, mark: Highlight) -> tuple[str, ...]:
    """The headings over the paragraph where the mark begins, the outermost first."""
    return article.headings(article.block_at(mark.start))
