"""How often a passage is found again in an edited text, and how often it is attached to a wrong place.

Run: python tests/benchmarks/anchoring_rates.py [CASES] [SEED]. Every character of the old text is followed through the
edits, so the truth is known: where the passage went, or that it is gone. Texts repeat sentences and have leads that
differ in a few characters only.
"""

import random
import sys
import time
from collections import Counter
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from annotations.anchoring import Anchor, carry, describe, tolerated
from annotations.anchoring.alignment import distance

SUBJECTS = ("规划", "建设", "管护", "开放", "服务", "治理", "资金", "人才", "机制", "标准")
AIMS = ("连片", "成网", "提质", "便民", "增效", "落地", "长效", "共享")
THINGS = ("绿道", "河湖", "街巷", "公园", "驿站", "步道", "林荫", "渡口", "老城", "新区", "社区", "校园")
FRAMES = (
    "{0}的价值在于连通{1}",
    "单独一段{0}再漂亮也难以发挥作用",
    "出门三百米就能走进{0}",
    "{0}与{1}由此串起",
    "建好{0}是起点，管好{1}才是本事",
    "{0}的钱从哪里来要算明白账",
    "不能把{0}一建了之",
    "各地{0}条件不同，不可一个样子",
    "{0}做加法，{1}留余地",
    "市民在{0}的日常是对{1}最好的检验",
    "{0}要接上，{1}要打通",
    "看{0}，也要看{1}",
)
OTHERS = ("此处另有安排。", "详见附件第三部分，从略。", "记者在现场采访时了解到，当天到场的有两百余人。")
EDITS = ("insert", "delete", "replace", "move", "reword", "copy", "retype", "drop")


class Text:
    """Characters that keep their identity: each is (character, id), and what is inserted has ids of its own."""

    def __init__(self, words: str) -> None:
        self.ids = count()
        self.characters = self.fresh(words)

    def fresh(self, words: str) -> list[tuple[str, int]]:
        return [(character, next(self.ids)) for character in words]

    def __str__(self) -> str:
        return "".join(character for character, _ in self.characters)


def sentence(chance: random.Random) -> str:
    parts = (frame.format(*chance.sample(THINGS, 2)) for frame in chance.sample(FRAMES, chance.randint(1, 3)))
    return "，".join(parts) + "。"


def essay(chance: random.Random) -> str:
    """Five to nine paragraphs, most with a lead like the others' leads, a few sentences said twice."""
    refrain = sentence(chance)
    paragraphs = []
    for _ in range(chance.randint(5, 9)):
        lead = f"以{chance.choice(SUBJECTS)}{chance.choice(AIMS)}促进绿道{chance.choice(AIMS)}。"
        body = [sentence(chance) for _ in range(chance.randint(2, 5))]
        if chance.random() < 0.3:
            body.insert(chance.randrange(len(body)), refrain)
        paragraphs.append((lead if chance.random() < 0.8 else "") + "".join(body))
    return "\n".join(paragraphs)


def passage(chance: random.Random, text: str) -> tuple[int, int]:
    """A whole sentence, part of one, or a stretch over several."""
    starts = [0, *(place + 1 for place, character in enumerate(text[:-1]) if character in "。\n")]
    start = chance.choice(starts)
    end = text.find("。", start) + 1 or len(text)
    if chance.random() < 0.4:
        start += chance.randrange(max(end - start - 6, 1))
        end = start + chance.randint(4, max(end - start, 4))
    elif chance.random() < 0.3:
        end = chance.randint(end, min(end + 60, len(text)))
    return start, min(end, len(text))


def edit(chance: random.Random, text: Text, kind: str, ids: range) -> None:  # noqa: C901
    """One edit, in every second case near where the passage began. A copy of the passage could as well be it."""
    characters = text.characters
    middle = ids.start if chance.random() < 0.5 else chance.randrange(len(characters))
    low = max(min(middle + chance.randint(-60, 40), len(characters) - 1), 0)
    high = min(low + chance.randint(1, 60), len(characters))
    if kind == "insert":
        characters[low:low] = text.fresh(sentence(chance))
    elif kind == "delete":
        del characters[low:high]
    elif kind == "replace":
        characters[low:high] = text.fresh(sentence(chance))
    elif kind == "move":
        moved = characters[low:high]
        del characters[low:high]
        place = chance.randint(0, len(characters))
        characters[place:place] = moved
    elif kind == "reword":
        for place in chance.sample(range(low, high), max((high - low) // 12, 1)):
            characters[place : place + 1] = text.fresh("新")
    elif kind == "copy" and not any(id in ids for _, id in characters[low:high]):
        place = chance.randint(0, len(characters))
        characters[place:place] = text.fresh("".join(character for character, _ in characters[low:high]))
    elif kind == "retype":
        wide = str.maketrans("，。", ",.")
        characters[:] = [(character.translate(wide), id) for character, id in characters]


def drop(chance: random.Random, text: Text, ids: range) -> None:
    """Take the passage out, and put something else in its place in every second case."""
    places = [place for place, (_, id) in enumerate(text.characters) if id in ids]
    if places:
        words = text.fresh(chance.choice(OTHERS)) if chance.random() < 0.5 else []
        text.characters[min(places) : max(places) + 1] = words


def truth(text: Text, exact: str, places: list[int]) -> str:
    """Whether the passage is whole (and its words nowhere else), edited by up to 20 %, or gone (but twins stay)."""
    new = str(text)
    left = new[places[0] : places[-1] + 1] if places else ""
    if left == exact:
        return "whole, words once" if new.count(exact) == 1 else "whole, words repeated"
    if left and distance(left, exact) <= tolerated(exact):
        return "edited"
    return "gone, its twins are not" if exact in new else "gone"


def verdict(anchor: Anchor, places: list[int]) -> str:
    """Whether the passage was attached where most of its characters went."""
    if anchor.place is None:
        return "orphan"
    inside = sum(anchor.place.start <= place < anchor.place.end for place in places)
    if inside * 2 > anchor.place.end - anchor.place.start:
        return "right"
    return "wrong" if anchor.place.errors else "twin"


def case(chance: random.Random) -> tuple[str, str]:
    old = essay(chance)
    start, end = passage(chance, old)
    text, ids = Text(old), range(start, end)
    for _ in range(chance.randint(1, 6)):
        kind = chance.choice(EDITS)
        if kind == "drop":
            drop(chance, text, ids)
        else:
            edit(chance, text, kind, ids)
    places = [place for place, (_, id) in enumerate(text.characters) if id in ids]
    anchor = carry([describe(old, start, end)], old, str(text))[0]
    return truth(text, old[start:end], places), verdict(anchor, places)


def main() -> None:
    cases, seed = (int(word) for word in (*sys.argv[1:], *("4000", "1")[len(sys.argv) - 1 :]))
    chance, began = random.Random(seed), time.perf_counter()
    results = Counter(case(chance) for _ in range(cases))
    seconds = time.perf_counter() - began
    print(f"{cases} cases, seed {seed}, {1000 * seconds / cases:.1f} ms a case")
    print(f"{'the passage is':24}{'cases':>7}{'right':>9}{'orphan':>9}{'twin':>9}{'wrong':>9}")
    for true in sorted({true for true, _ in results}, reverse=True):
        row = {answer: results[true, answer] for answer in ("right", "orphan", "twin", "wrong")}
        total = sum(row.values())
        print(f"{true:24}{total:7}", *(f"{100 * figure / total:7.2f}%" for figure in row.values()))


if __name__ == "__main__":
    main()
