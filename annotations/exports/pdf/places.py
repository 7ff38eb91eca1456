"""Where links in the PDF lead: a name and a title for every place that has one."""

import re
from collections.abc import Iterator

from annotations.exports.document import Article, Document, Highlight, Theme

QUOTES, SOURCES = "quotes", "sources"
PARTS = {QUOTES: "按主题摘录", SOURCES: "参考文献"}
# PDF readers and Typst refuse endless addresses; what would end a string of the file is written as codes.
LONGEST = 2000
_AWKWARD = re.compile(r"[^!#$%&'*+,\-./0-9:;=?@A-Za-z_~]")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def web(address: str) -> str:
    """A web address as PDF holds it, in ASCII; "" where it is none or endless."""
    written = _AWKWARD.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode(errors="replace")), address)
    return written if _WEB.fullmatch(address) and len(written) <= LONGEST else ""


class Places:
    """Marks are numbered through the document: their numbers are what the reader sees."""

    def __init__(self, document: Document) -> None:
        self._document = document
        marks = [mark for article in document.articles for mark in article.highlights]
        self._headings: dict[tuple[str, ...], int] = {}
        self._numbers = {mark.id: number for number, mark in enumerate(marks, start=1)}

    def number(self, mark: Highlight) -> str:
        return str(self._numbers[mark.id])

    def article(self, article: Article) -> str:
        return f"article{article.id}"

    def mark(self, mark: Highlight) -> str:
        return f"mark{self._numbers[mark.id]}"

    def note(self, mark: Highlight) -> str:
        return f"note{self._numbers[mark.id]}"

    def source(self, article_id: int) -> str:
        return f"source{article_id}"

    def heading(self, path: tuple[str, ...]) -> str:
        """Where the quotes under a theme's path stand, or those without any; themes of one path have one heading."""
        return f"theme{self._headings.setdefault(path, len(self._headings))}"

    def theme(self, theme: Theme | None) -> str:
        return self.heading(theme.path if theme else ())

    def titles(self) -> Iterator[tuple[str, str]]:
        """What links are called, by place: the passage with its themes, the theme with its path."""
        yield from PARTS.items()
        yield self.theme(None), "未分主题"
        for theme in self._document.themes:
            yield self.theme(theme), " / ".join(theme.path)
        for article in self._document.articles:
            yield self.article(article), article.title
            yield self.source(article.id), f"参考文献：{article.title}"
            for mark in article.highlights:
                themes = "、".join(" / ".join(theme.path) for theme in self._document.themes_of(mark)) or "未分主题"
                yield self.mark(mark), f"{themes}：《{article.title}》第 {article.block_at(mark.start).number} 段"
                yield self.note(mark), f"批注 {self.number(mark)}：{themes}"
