"""How often the words of a project's articles are said."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Sum
from django.db.models.functions import Length

from annotations.search.language import Refused
from reader.articles.queries import articles
from reader.models import Project
from reader.text.corpus.words import tokens
from reader.text.segmentation import lengths
from reader.text.themes.keywords import COMMON
from reader.text.themes.lexicon import HINGES

# Characters read for one page; what is larger has to be narrowed.
MOST = 30_000_000
_EMPTY = frozenset((*COMMON, *HINGES))


def is_empty(word: str) -> bool:
    """Whether the word says nothing by itself: 的, 以及, 因为, 3."""
    return len(word) < 2 or word in _EMPTY or word.isdecimal()


def counted(project: Project, reposts: bool) -> Iterator[tuple[int, Counter[str]]]:
    """Of each article, by its id, how often it says its words; without reposts unless they are asked for. Refused:
    vast."""
    read = articles(project).order_by()
    if not reposts:
        read = read.filter(repost_of=None)
    if (read.aggregate(size=Sum(Length("version__text")))["size"] or 0) > MOST:
        raise Refused("vast")
    for pk, text, words in read.values_list("pk", "version__text", "version__words").iterator(chunk_size=100):
        yield pk, Counter(word for _, _, word in tokens(text, lengths(words)))
