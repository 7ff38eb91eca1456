"""How like texts are that are one text, and that are not: python tests/benchmarks/reposts.py [FOLDER].

FOLDER holds corpus/pages/*.html and themes/*.jsonl, each line with "paragraphs"; ../shared by default.
"""

import json
import random
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.extraction import extract
from reader.text.likeness import FEWEST, SAME, bands, likeness, runs

NOTE = "编者按：这篇文章发表以后引起读者讨论，本网特予转发。"
Text = list[str]
chance = random.Random(7)


def without(share: int) -> Callable[[Text], Text]:
    def cut(text: Text) -> Text:
        gone = set(chance.sample(range(len(text)), max(1, len(text) // share)))
        return [paragraph for at, paragraph in enumerate(text) if at not in gone] or text

    return cut


def reworded(every: int) -> Callable[[Text], Text]:
    def change(text: Text) -> Text:
        return ["".join(chance.choice("的了是在和") if chance.random() < 1 / every else c for c in p) for p in text]

    return change


REPOSTS: dict[str, Callable[[Text], Text]] = {
    "a note added": lambda text: [NOTE, *text],
    "first and last gone": lambda text: text[1:-1] or text,
    "a tenth gone": without(10),
    "a quarter gone": without(4),
    "1 of 60 changed": reworded(60),
    "1 of 30 changed": reworded(30),
    "the first half": lambda text: ["\n".join(text)[: len("\n".join(text)) // 2]],
}


def texts(folder: Path) -> list[Text]:
    pages = sorted((folder / "corpus/pages").glob("*.html"))
    found = [[block.text for block in extract(page.read_bytes()).blocks] for page in pages]
    for file in sorted((folder / "themes").glob("*.jsonl")):
        found += [json.loads(line)["paragraphs"] for line in file.read_text(encoding="utf-8").splitlines()]
    return [text for text in found if len(runs("\n".join(text))) >= FEWEST]


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[3] / "shared")
    if not (folder / "corpus").is_dir():
        sys.exit(f"no corpus in {folder}")
    said = texts(folder)
    known = [runs("\n".join(text)) for text in said]
    shares = sorted((likeness(*pair) for pair in combinations(known, 2)), reverse=True)
    print(f"{len(said)} texts, {len(shares)} pairs; most alike: {' '.join(f'{share:.2f}' for share in shares[:12])}")
    print(f"{'':20} median  1 of 20  at least {SAME}  share a band")
    for name, change in REPOSTS.items():
        changed = [runs("\n".join(change(text))) for text in said]
        alike = sorted(likeness(*pair) for pair in zip(known, changed, strict=True))
        same = sum(share >= SAME for share in alike) / len(alike)
        met = sum(bool({*bands(one)} & {*bands(other)}) for one, other in zip(known, changed, strict=True)) / len(alike)
        print(f"{name:20} {alike[len(alike) // 2]:6.2f} {alike[len(alike) // 20]:8.2f} {same:13.1%} {met:13.1%}")


if __name__ == "__main__":
    main()
