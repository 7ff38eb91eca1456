"""The quote table that CSV and Excel share: one row for each theme of each highlight, one for an untagged highlight."""

from collections.abc import Iterator

from annotations.exports.citation import entries
from annotations.exports.context import context, heading_path
from annotations.exports.document import Article, Document, Highlight, Theme, local
from annotations.exports.wording import published

LEVELS = 3
# Numbers, which a spreadsheet should know as such.
NUMBERS = ("段号", "字位")
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
    "所在标题",
    "段号",
    "字位",
    "圈点人",
    "圈点时间",
    "链接",
    "原文地址",
    "引用格式",
    "圈点编号",
    "标签",
)


def rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The table's rows, in text order, without its heading. Times are Shanghai's; 字位 is which character of its
    paragraph a quote begins with, from 1."""
    cited = entries(document.articles, document.citation)
    for article in document.articles:
        for mark in article.highlights:
            around = "".join(context(article, mark))
            for theme in document.themes_of(mark) or (None,):
                yield _row(article, mark, theme, around, cited[article.id])


def _row(article: Article, mark: Highlight, theme: Theme | None, around: str, citation: str) -> tuple[str, ...]:
    block = article.block_at(mark.start)
    return (
        mark.exact,
        around,
        *levels(theme.path if theme else ()),
        mark.note,
        article.title,
        article.source,
        "；".join(author.name for author in article.authors),
        published(article),
        " / ".join(heading_path(article, mark)),
        str(block.number),
        str(mark.start - block.start + 1),
        mark.author,
        f"{local(mark.created):%Y-%m-%d %H:%M:%S}",
        article.place(mark),
        article.url,
        citation,
        mark.id,
        "；".join(article.labels),
    )


def levels(path: tuple[str, ...]) -> tuple[str, ...]:
    """A theme's path in three columns; what lies deeper stays in the last one."""
    if len(path) > LEVELS:
        path = (*path[: LEVELS - 1], " / ".join(path[LEVELS - 1 :]))
    return (*path, *("" for _ in range(LEVELS - len(path))))
