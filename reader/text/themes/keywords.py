"""A text's characteristic terms: what is offered, below the themes, where no lead states any."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reader.text.segmentation import WORDS_COUNTED, frequency, words
from reader.text.sentences import sentences
from reader.text.themes.lexicon import ADVERBS, HINGES, MODALS, VERBS
from reader.text.themes.proposal import LONGEST, SHORTEST, Reason, ThemeProposal

# Tells, for terms, how rare each is: the natural logarithm of all documents over those that hold it.
Rarities = Callable[[Sequence[str]], Mapping[str, float]]

MOST = 5
# Said fewer times a term is not what a text is about; in a shorter text nothing is.
_LEAST_COUNT = 3
_LEAST_LENGTH = 200
# Only so many candidates are looked up among the project's articles.
_CANDIDATES = 20
# Two neighbours are one term where one of them hardly stands without the other: 变量 + 施肥.
_TOGETHER = 0.6
_IN_TITLE = 1.5
# How often jieba's dictionary counts a word of middling rarity.
_UNKNOWN = 500
# A keyword never reaches the score of a theme that a lead states.
_HIGHEST, _LOWEST = 0.45, 0.25
_TERM = re.compile("[一-鿿]{2,}")
# Words that any text says often.
COMMON = """
    一个 一些 一定 一直 一种 不仅 不同 不是 不能 不要 为了 主要 之一 之间 也是 人们 今天 今年 从而 他们 以及 以来 任何
    但是 作为 使得 例如 其中 其实 具有 内容 出现 分别 包括 原因 及其 只有 可以 可能 各地 各种 同时 因为 因此 基本 处于
    大家 如何 如果 存在 它们 对于 导致 将会 已经 带来 并不 应该 当前 当时 往往 很多 得到 必须 快速 情况 成为 我们 我国
    所以 所有 所谓 指出 据此 提出 整个 方式 方面 无论 时候 时间 明显 是否 曾经 最终 有些 有关 来说 根据 比如 没有
    没有什么 特别 现在 由于 的话 目前 直接 相关 看到 真正 社会 积极 突出 第一 第三 第二 经过 结果 继续 而是 能够 自己
    表明 表示 要求 认为 让人 记者 记者表示 许多 近年来 这个 这些 这样 这种 进入 进行 通过 那么 部分 采取 重要 问题
    需要 非常 面临 面对
""".split()
_EMPTY = frozenset((*ADVERBS, *COMMON, *HINGES, *MODALS, *VERBS))


def keywords(
    title: str, paragraphs: Sequence[str], rarities: Rarities | None = None, terms: Iterable[str] = ()
) -> list[ThemeProposal]:
    """At most five terms by TF-IDF, each with the sentence that says it first. `rarities` and `terms`, which the text
    is cut by, are the project's own."""
    own = frozenset(terms)
    lines = [words(paragraph, own) for paragraph in paragraphs]
    known = {term: count for term, count in Counter(_terms(lines, own)).items() if count >= _LEAST_COUNT}
    if sum(map(len, paragraphs)) < _LEAST_LENGTH:
        return []
    general = {term: count * general_rarity(term) * _stress(term, title) for term, count in known.items()}
    candidates = [term for term, _ in Counter(general).most_common(_CANDIDATES)]
    rarity = rarities(candidates) if rarities and candidates else {term: general_rarity(term) for term in candidates}
    weights = Counter({term: known[term] * rarity.get(term, 0.0) * _stress(term, title) for term in candidates})
    chosen = [(term, weight) for term, weight in weights.most_common(MOST) if weight > 0]
    return [_proposal(term, weight / chosen[0][1], paragraphs) for term, weight in chosen]


def _terms(lines: Sequence[Sequence[str]], own: frozenset[str]) -> Iterator[str]:
    """Every occurrence of a term; two words that belong together are one, unless one is the project's `own`."""
    alone = Counter(word for line in lines for word in line)
    pairs = Counter(pair for line in lines for pair in pairwise(line) if all(map(_says, pair)) and own.isdisjoint(pair))
    joined = {pair for pair, count in pairs.items() if _belong(pair, count, alone)}
    for line in lines:
        following = iter(pairwise([*line, ""]))
        for pair in following:
            if pair in joined:
                yield "".join(pair)
                next(following, None)
            elif _says(pair[0]):
                yield pair[0]


def _belong(pair: tuple[str, str], count: int, alone: Mapping[str, int]) -> bool:
    together = count >= max(_LEAST_COUNT, _TOGETHER * min(alone[word] for word in pair))
    return together and len("".join(pair)) <= LONGEST


def _says(word: str) -> bool:
    return bool(_TERM.fullmatch(word)) and SHORTEST <= len(word) <= LONGEST and word not in _EMPTY


def _stress(term: str, title: str) -> float:
    return _IN_TITLE if term in title else 1.0


def general_rarity(term: str) -> float:
    """The same from jieba's dictionary, which counts words in general; a term it lacks is as rare as most are."""
    return math.log(WORDS_COUNTED / (frequency(term) or _UNKNOWN))


def rarities_of(documents: int, holding: Mapping[str, int]) -> dict[str, float]:
    """Rarities from counts; in a project too small to tell, a term is as rare as in general."""
    if documents < _CANDIDATES:
        return {term: general_rarity(term) for term in holding}
    return {term: math.log((documents + 1) / (count + 1)) for term, count in holding.items()}


def _proposal(term: str, share: float, paragraphs: Sequence[str]) -> ThemeProposal:
    paragraph = next(index for index, text in enumerate(paragraphs) if term in text)
    text = paragraphs[paragraph]
    spans = [text[start:end] for start, end in sentences(text)]
    lead = next((sentence for sentence in spans if term in sentence), text)
    count = sum(text.count(term) for text in paragraphs)
    score = _LOWEST + (_HIGHEST - _LOWEST) * share
    return ThemeProposal(term, lead, paragraph, score, Reason("keyword", {"term": term, "count": count}))
