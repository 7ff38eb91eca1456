"""What the policy vocabulary changes in word boundaries, on texts it was not made from.

Run: python tests/benchmarks/vocabulary.py FILE…   (UTF-8: .jsonl or .json with "paragraphs", or plain text)

First what loading takes: jieba's dictionary, the official terms over it, a project's 200 terms and their memory.

Counts the occurrences of terms that jieba alone cuts apart and that stay whole with the vocabulary; and as harm those
where a term took characters away from a word that reached over its edge, listed to be judged by eye; then the terms
that joined nothing, which the vocabulary can do without if these texts are those that count.
"""

import json
import sys
import time
import tracemalloc
from bisect import bisect
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

import jieba

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.text import vocabulary
from reader.text.segmentation import add_official, words
from reader.text.vocabulary import CATEGORIES, FILE, TERMS

OWN = [f"{one}{two}课题{three}" for one in "甲乙丙丁戊" for two in "子丑寅卯辰巳午未" for three in "一二三四五"]


def paragraphs(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix not in {".json", ".jsonl"}:
        return text.split("\n")
    rows = [text] if path.suffix == ".json" else text.splitlines()
    return [paragraph for row in rows for paragraph in json.loads(row)["paragraphs"]]


@dataclass
class Tally:
    """Occurrences of terms: all, cut apart without the vocabulary and whole with it, and what a neighbour lost."""

    seen: Counter[str] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    lost: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, text: str, plain: jieba.Tokenizer) -> None:
        self.seen.update({term: count for term in TERMS if (count := text.count(term))})
        before = list(accumulate(map(len, plain.lcut(text)), initial=0))
        for start, end in pairwise(accumulate(map(len, words(text)), initial=0)):
            if text[start:end] in CATEGORIES:
                self._judge(text, start, end, before)

    def _judge(self, text: str, start: int, end: int, before: list[int]) -> None:
        term, edges = text[start:end], set(before)
        self.joined[term] += not edges.isdisjoint(range(start + 1, end))
        for edge in {start, end} - edges:
            place = bisect(before, edge)
            self.lost[term, text[before[place - 1] : before[place]]] += 1


def main() -> None:
    plain = jieba.Tokenizer()
    plain.initialize()
    loading()
    tally = Tally()
    for path in map(Path, sys.argv[1:]):
        for text in paragraphs(path):
            tally.add(text, plain)
    report(tally)


def loading() -> None:
    """The processor's seconds: the dictionary for all; over it the official terms; a project's own."""
    words("词")
    base = jieba.Tokenizer()
    base.initialize()
    official = seconds(lambda: (vocabulary.read(FILE.read_text(encoding="utf-8")), add_official(base)))
    tracemalloc.start()
    own = seconds(lambda: words("甲乙丙丁", OWN))
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"{len(TERMS)} official terms read and laid over the dictionary in {official:.3f} s")
    print(f"{len(OWN)} terms of a project: {own:.3f} s, {size / 1024:.0f} KB")


def seconds(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def report(tally: Tally) -> None:
    print(f"{'terms':>6} {'seen':>6} {'joined':>8}  category")
    for category in sorted(set(CATEGORIES.values())):
        own = [term for term in TERMS if CATEGORIES[term] == category]
        joined = sum(tally.joined[term] for term in own)
        print(f"{len(own):6} {sum(term in tally.seen for term in own):6} {joined:8}  {category}")
    print(f"{tally.seen.total()} occurrences; cut apart without and whole with: {tally.joined.total()}")
    idle = [term for term in TERMS if not tally.joined[term]]
    print(f"terms that joined nothing here: {len(idle)} {'、'.join(idle)}")
    print(f"words that lost characters to a term: {tally.lost.total()}")
    for (term, word), count in tally.lost.most_common(30):
        print(f"{count:6} {word} ← {term}")


if __name__ == "__main__":
    main()
