"""How often the first ten suggestions hold a passage of the theme, half of its passages being given.

Run: python tests/benchmarks/suggestions_quality.py GOLD.jsonl [OTHER.jsonl…]

Of each labelled theme, every second sentence of its paragraphs (from the one that states it to the one that states the
next theme) is given as tagged, and the others are to be found: in the same article, and among all sentences of all
files. A hit is a theme with at least one of them among the first ten; recall is how many of them are there, of those
that could be. The baselines: sentences at random, and the theme's name alone.
"""

import json
import random
import sys
from collections import defaultdict
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.text.postings import Sentence, indexed, terms
from reader.text.relevance import Statistics, Topic, query, ranked
from reader.text.segmentation import words

FIRST = 10
SEED = 7


class Shelf:
    """The sentences of many texts, and where each term is."""

    def __init__(self, texts):
        self.sentences = {number: sentences_of(text["paragraphs"]) for number, text in enumerate(texts)}
        self.held = defaultdict(lambda: defaultdict(list))
        for article, rows in self.sentences.items():
            for number, (_, sentence) in enumerate(rows):
                for term in set(sentence.terms):
                    times = sentence.terms.count(term)
                    self.held[term][article].append((number, times, len(sentence.terms)))
        every = [sentence for rows in self.sentences.values() for _, sentence in rows]
        self.statistics = Statistics(len(every), sum(len(one.terms) for one in every) / len(every))

    def first(self, topic, given, article=None):
        found = ranked(query(topic), self.held, self.statistics, None if article is None else {article})
        places = ((one.article, one.sentence) for one in found)
        return list(islice((place for place in places if place not in given), FIRST))

    def random(self, given, article=None):
        places = [(number, at) for number, rows in self.sentences.items() for at in range(len(rows))]
        places = [place for place in places if place not in given and article in (None, place[0])]
        return random.sample(places, min(FIRST, len(places)))


def sentences_of(paragraphs) -> list[tuple[int, Sentence]]:
    return [
        (number, sentence)
        for number, text in enumerate(paragraphs)
        for sentence in indexed(text, map(len, words(text)))
    ]


def cases(shelf, texts):
    """(article, name, given, hidden) of each theme of the labelled texts with two sentences at least."""
    for article, text in enumerate(texts):
        starts = sorted({theme["para"] for theme in text.get("themes", ())})
        for theme in text.get("themes", ()):
            end = next((start for start in starts if start > theme["para"]), theme["para"] + 1)
            own = [
                (article, at) for at, (para, _) in enumerate(shelf.sentences[article]) if theme["para"] <= para < end
            ]
            if len(own) > 1:
                yield article, theme["name"], own[::2], own[1::2]


def main() -> None:
    random.seed(SEED)
    texts = [json.loads(line) for name in sys.argv[1:] for line in Path(name).read_text(encoding="utf-8").splitlines()]
    shelf = Shelf(texts)
    tried = list(cases(shelf, texts))
    print(f"{len(tried)} themes, {len(texts)} texts, {shelf.statistics.sentences} sentences")
    print(f"{'':24} {'in the article':>20} {'in all':>20}")
    print(f"{'':24} {'hit':>10}{'recall':>10} {'hit':>10}{'recall':>10}")
    for way, found in WAYS.items():
        cells = [measured(shelf, tried, found, within) for within in (True, False)]
        print(f"{way:24} " + " ".join(f"{hit:10.2f}{recall:10.2f}" for hit, recall in cells))


def measured(shelf, tried, found, within):
    hits = recall = 0.0
    for article, name, given, hidden in tried:
        first = found(shelf, name, given, article if within else None)
        there = len(set(first) & set(hidden))
        hits += there > 0
        recall += there / min(FIRST, len(hidden))
    return hits / len(tried), recall / len(tried)


def by_chance(shelf, name, given, article):
    return shelf.random(set(given), article)


def by_name(shelf, name, given, article):
    return shelf.first(Topic(terms(name)), set(given), article)


def by_feedback(shelf, name, given, article):
    taken = [shelf.sentences[number][at][1].terms for number, at in given]
    return shelf.first(Topic(terms(name), taken), set(given), article)


WAYS = {"random": by_chance, "name only": by_name, "name and passages": by_feedback}

if __name__ == "__main__":
    main()
