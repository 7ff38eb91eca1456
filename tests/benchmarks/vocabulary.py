"""What the policy vocabulary changes in word boundaries, on texts it was not made from.

Run: python tests/benchmarks/vocabulary.py FILE…   (UTF-8: .jsonl or .json with "paragraphs", or plain text)

Counts the occurrences of terms that jieba alone cuts apart and that stay whole with the vocabulary; and as harm those
where a term took characters away from a word that reached over its edge, listed to be judged by eye.
"""

import json
import sys
import time
from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

import jieba

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.text.segmentation import words
from reader.text.vocabulary import CATEGORIES, TERMS


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
    started = time.perf_counter()
    words("词")
    print(f"dictionary and {len(TERMS)} terms loaded in {time.perf_counter() - started:.2f} s")
    plain = jieba.Tokenizer()
    plain.initialize()
    tally = Tally()
    for path in map(Path, sys.argv[1:]):
        for text in paragraphs(path):
            tally.add(text, plain)
    report(tally)


def report(tally: Tally) -> None:
    print(f"{'terms':>6} {'seen':>6} {'joined':>8}  category")
    for category in sorted(set(CATEGORIES.values())):
        own = [term for term in TERMS if CATEGORIES[term] == category]
        joined = sum(tally.joined[term] for term in own)
        print(f"{len(own):6} {sum(term in tally.seen for term in own):6} {joined:8}  {category}")
    print(f"{tally.seen.total()} occurrences; cut apart without and whole with: {tally.joined.total()}")
    print(f"words that lost characters to a term: {tally.lost.total()}")
    for (term, word), count in tally.lost.most_common(30):
        print(f"{count:6} {word} ← {term}")


if __name__ == "__main__":
    main()
