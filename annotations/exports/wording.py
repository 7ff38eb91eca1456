"""The few Chinese phrases that several formats print: bylines, dates, counts."""

from datetime import datetime

from annotations.exports.document import Article, Author, Document, Theme, local

# Whose account is gone.
UNSIGNED = "未署名"
_PRECISE = {"second": "%Y-%m-%d %H:%M:%S", "minute": "%Y-%m-%d %H:%M"}


def published(article: Article) -> str:
    """When the article appeared, as precisely as is known; "" when it is not."""
    return (
        f"{local(article.published):{_PRECISE.get(article.published_precision, '%Y-%m-%d')}}"
        if article.published
        else ""
    )


def moment(time: datetime) -> str:
    return f"{local(time):%Y-%m-%d %H:%M}"


def person(author: Author) -> str:
    return f"{author.name}（{author.affiliation}）" if author.affiliation else author.name


def byline(article: Article) -> str:
    """Authors with affiliation, source, date and labels on one line."""
    parts = ("　".join(map(person, article.authors)), article.source, published(article), labels(article))
    return " · ".join(filter(None, parts))


def labels(article: Article) -> str:
    return f"标签：{'、'.join(article.labels)}" if article.labels else ""


def described(theme: Theme) -> list[str]:
    """What the codebook says of a theme, a paragraph for each line."""
    said = {"": theme.definition, "何时用：": theme.use_when, "何时不用：": theme.avoid_when}
    lines = (f"{label}{text}".splitlines() for label, text in said.items() if text)
    return [line for paragraph in lines for line in paragraph if line.strip()]


def extent(document: Document) -> str:
    marks = sum(len(article.highlights) for article in document.articles)
    return f"{len(document.articles)} 篇文章，{marks} 处圈点"
