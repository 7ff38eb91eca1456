"""What a search found as tables: the lines of a concordance with their citations, collocates, key words."""

from collections.abc import Iterator, Mapping, Sequence

from annotations.exports.document import local
from annotations.exports.tabular import Cell, Sheet
from annotations.search.collocates import Collocate
from annotations.search.concordance import Line
from annotations.search.finding import Hit
from annotations.search.key_words import KeyWord
from annotations.search.results import Results

COLUMNS = ("前文", "找到的字", "后文", "文章", "来源", "发表时间", "段号", "原文地址", "引用格式")
# On paper: what is cited stands below, by its number.
PRINTED = ("前文", "找到的字", "后文", "文章")
COLLOCATES = ("词", "一起", "在左", "在右", "全部", "logDice", "T", "MI", "G²")
KEY_WORDS = ("词", "这里", "文章", "别处", "对数比", "LL", "BIC")
# Lines whose texts are read at once.
BATCH = 1000


def lines(title: str, said: str, results: Results, hits: Sequence[Hit], cited: Mapping[int, str]) -> Sheet:
    """The hits in this order; `cited` has each article's citation by its id."""
    return Sheet(title, said, COLUMNS, (_row(line, cited) for line in _lines(results, hits)))


def printed(title: str, said: str, results: Results, hits: Sequence[Hit], cited: Mapping[int, str]) -> Sheet:
    """The same for paper: each line with the number of its article, the articles below in that order."""
    numbers = {article: number for number, article in enumerate(dict.fromkeys(hit.article for hit in hits), start=1)}
    rows = (
        (line.left, line.text, line.right, f"{line.article.title} [{numbers[line.article.pk]}]")
        for line in _lines(results, hits)
    )
    below = [f"[{number}] {cited.get(article, '')}" for article, number in numbers.items()]
    return Sheet(title, said, PRINTED, rows, below)


def collocates(title: str, said: str, found: Sequence[Collocate]) -> Sheet:
    return Sheet(title, said, COLLOCATES, map(_collocate, found))


def key_words(title: str, said: str, found: Sequence[KeyWord]) -> Sheet:
    return Sheet(title, said, KEY_WORDS, map(_key_word, found))


def _lines(results: Results, hits: Sequence[Hit]) -> Iterator[Line]:
    for start in range(0, len(hits), BATCH):
        yield from results.lines(hits[start : start + BATCH])


def _row(line: Line, cited: Mapping[int, str]) -> tuple[str, ...]:
    """What stands in a title has no paragraph."""
    article = line.article
    published = f"{local(article.published):%Y-%m-%d}" if article.published else ""
    paragraph = str(line.hit.number or "")
    place = (article.title, article.source, published, paragraph, article.url)
    return (line.left, line.text, line.right, *place, cited.get(article.pk, ""))


def _collocate(one: Collocate) -> tuple[Cell, ...]:
    by = one.by
    measures = (round(value, 4) for value in (by.log_dice, by.t, by.mi, by.g2))
    return (one.word, one.together, one.left, one.right, one.said, *measures)


def _key_word(one: KeyWord) -> tuple[Cell, ...]:
    measures = (round(value, 4) for value in (one.by.log_ratio, one.by.log_likelihood, one.by.bic))
    return (one.word, one.here, one.articles, one.there, *measures)
