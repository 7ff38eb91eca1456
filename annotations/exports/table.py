"""The quote table that CSV and Excel share: one row for each theme of each highlight, one for an untagged highlight."""

from collections.abc import Iterator

from annotations.exports.citation import entries
from annotations.exports.document import Article, Document, Highlight, Theme, local
from annotations.exports.wording import published
from reader.text.sentences import sentences

LEVELS = 3
COLUMNS = (
    "引文",
    "所在句",
    "一级主题",
    "二级主题",
    "三级主题",
    "批注",
    "文章",
    "来源",
    "作者",
    "发表时间",
    "段号",
    "圈点人",
    "圈点时间",
    "链接",
    "引用格式",
    "圈点编号",
)


def rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The table's rows, in text order, without its heading. Times are Shanghai's."""
    cited = entries(document.articles, document.citation)
    for article in document.articles:
        spans = sentences(article.text) if article.highlights else []
        for mark in article.highlights:
            context = _context(article, mark, spans)
            for theme in document.themes_of(mark) or (None,):
                yield _row(article, mark, theme, context, cited[article.id])


def _row(article: Article, mark: Highlight, theme: Theme | None, context: str, citation: str) -> tuple[str, ...]:
    return (
        mark.exact,
        context,
        *levels(theme.path if theme else ()),
        mark.note,
        article.title,
        article.source,
        "；".join(author.name for author in article.authors),
        published(article),
        str(article.block_at(mark.start).number),
        mark.author,
        f"{local(mark.created):%Y-%m-%d %H:%M:%S}",
        article.place(mark),
        citation,
        mark.id,
    )


def levels(path: tuple[str, ...]) -> tuple[str, ...]:
    """A theme's path in three columns; what lies deeper stays in the last one."""
    if len(path) > LEVELS:
        path = (*path[: LEVELS - 1], " / ".join(path[LEVELS - 1 :]))
    return (*path, *("" for _ in range(LEVELS - len(path))))


def _context(article: Article, mark: Highlight, spans: list[tuple[int, int]]) -> str:
    """The whole sentences the mark touches."""
    touched = [(start, end) for start, end in spans if start < mark.end and end > mark.start]
    return article.text[touched[0][0] : touched[-1][1]] if touched else mark.exact
