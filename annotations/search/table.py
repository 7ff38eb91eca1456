"""The lines of a concordance as a table, each with where it stands and how its article is cited."""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from annotations.exports.csv import write_table
from annotations.exports.document import local
from annotations.search.concordance import Line
from annotations.search.finding import Hit
from annotations.search.results import Results

COLUMNS = ("前文", "找到的字", "后文", "文章", "来源", "发表时间", "段号", "原文地址", "引用格式")
# Lines whose texts are read at once.
BATCH = 1000


def write(results: Results, hits: Sequence[Hit], cited: Mapping[int, str], output: BinaryIO) -> None:
    """A CSV file of the hits in this order; `cited` has each article's citation by its id."""
    write_table(output, COLUMNS, _rows(results, hits, cited))


def _rows(results: Results, hits: Sequence[Hit], cited: Mapping[int, str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(hits), BATCH):
        for line in results.lines(hits[start : start + BATCH]):
            yield _row(line, cited)


def _row(line: Line, cited: Mapping[int, str]) -> tuple[str, ...]:
    """What stands in a title has no paragraph."""
    article = line.article
    published = f"{local(article.published):%Y-%m-%d}" if article.published else ""
    paragraph = str(line.hit.number or "")
    place = (article.title, article.source, published, paragraph, article.url)
    return (line.left, line.text, line.right, *place, cited.get(article.pk, ""))
