"""Time to carry 5,000 passages of a text of 60,000 characters into later versions of it.

Run: python tests/benchmarks/anchoring_time.py
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from annotations.anchoring import carry, describe

LENGTH, PASSAGES = 60_000, 5_000


def write(chance: random.Random) -> str:
    words = [
        "".join(chr(chance.randint(0x4E00, 0x5200)) for _ in range(chance.choice((1, 2, 2, 2, 4)))) for _ in range(3000)
    ]
    text = ""
    while len(text) < LENGTH:
        text += "".join(chance.choices(words, k=chance.randint(4, 12))) + chance.choice("，，，。。\n")
    return text[:LENGTH]


def reworded(text: str, chance: random.Random, edits: int) -> str:
    characters = list(text)
    for _ in range(edits):
        place = chance.randrange(len(characters))
        characters[place : place + chance.randint(0, 8)] = "新的文字"[: chance.randint(0, 4)]
    return "".join(characters)


def main() -> None:
    chance = random.Random(1)
    old = write(chance)
    starts = [chance.randrange(LENGTH - 80) for _ in range(PASSAGES)]
    selectors = [describe(old, start, start + chance.randint(4, 60)) for start in starts]
    paragraphs = old.split("\n")
    chance.shuffle(paragraphs)
    versions = {
        "unchanged": old,
        "50 edits": reworded(old, chance, 50),
        "2,000 edits": reworded(old, chance, 2000),
        "punctuation folded": old.translate(str.maketrans("，。", ",.")),
        "paragraphs shuffled": "\n".join(paragraphs),
        "another text": write(random.Random(2)),
    }
    for name, new in versions.items():
        began = time.perf_counter()
        outcomes = Counter(anchor.outcome for anchor in carry(selectors, old, new))
        print(f"{name:20} {time.perf_counter() - began:6.2f} s  {dict(outcomes)}")


if __name__ == "__main__":
    main()
