"""What is derived, against labels: every set and kind, both halves, and the ten costliest faults in words.

Run: python tests/benchmarks/themes.py [FILE…] [--half first|second] [--faults N]   (default: ../shared/themes, and the
articles written for the tests)

Rows of JSONL hold "id", "title", "kind", "paragraphs" and, where labelled, "themes" (para, lead, name, alt) and
"sub" (places of the second level). The halves are
drawn by a seed within each kind; faults are told of the first half only, the one to look at while tuning. Seconds are
of the processor, after the dictionary is loaded.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.text.segmentation import preload  # noqa: E402
from reader.text.themes import ThemeProposal, derive  # noqa: E402
from reader.text.themes.marks import mark_of  # noqa: E402
from tests.reader.text.themes.labelled import LABELLED, UNSEEN, rows  # noqa: E402

SHARED = ROOT.parent / "shared" / "themes"
SETS = ("articles.jsonl", "gold.jsonl", "unlabelled_articles.jsonl", "unlabelled.jsonl")
SEED = 13
# A proposal is on the labelled lead when they share so much of the longer one, in the same paragraph.
SAME_LEAD = 0.5
SHOWN = 0.5
FAULTS = 10


@dataclass(frozen=True)
class Text:
    """One labelled text with what is proposed for it."""

    row: dict
    proposals: Sequence[ThemeProposal]

    @property
    def labels(self) -> list[dict]:
        return self.row.get("themes", [])

    @property
    def top(self) -> list[ThemeProposal]:
        return [proposal for proposal in self.proposals if proposal.parent is None]

    @cached_property
    def pairs(self) -> list[tuple[ThemeProposal, dict]]:
        left, pairs = list(self.top), []
        for label in self.labels:
            if found := next((one for one in left if _same(one, label)), None):
                left.remove(found)
                pairs.append((found, label))
        return pairs

    @property
    def wrong(self) -> list[ThemeProposal]:
        right = [id(proposal) for proposal, _ in self.pairs]
        return [proposal for proposal in self.top if id(proposal) not in right]

    @property
    def missed(self) -> list[dict]:
        found = [id(label) for _, label in self.pairs]
        return [label for label in self.labels if id(label) not in found]

    @property
    def is_marked(self) -> bool:
        """Whether the themes stand in headings or are numbered: most labelled leads are lines or begin with a mark."""
        lines = [self.row["paragraphs"][label["para"]].strip() for label in self.labels]
        marked = sum(
            bool(mark_of(label["lead"]) or mark_of(line)) or line == label["lead"].strip()
            for label, line in zip(self.labels, lines, strict=True)
        )
        return marked * 2 > len(self.labels)

    @property
    def second(self) -> list[ThemeProposal]:
        return [proposal for proposal in self.proposals if proposal.parent is not None]

    @property
    def second_places(self) -> set[int]:
        return {place["para"] for place in self.row.get("sub", [])}

    @property
    def cost(self) -> int:
        return len(self.wrong) + len(self.missed)


def _same(proposal: ThemeProposal, label: dict) -> bool:
    if proposal.paragraph != label["para"]:
        return False
    said, lead = proposal.lead, label["lead"]
    shared = SequenceMatcher(None, said, lead, autojunk=False).get_matching_blocks()
    return sum(block.size for block in shared) >= SAME_LEAD * max(len(said), len(lead))


def names_of(label: dict) -> list[str]:
    return [label["name"], *(label.get("alt") or [])]


def halves(rows: Iterable[dict]) -> dict[str, str]:
    """Which half each text is in, by its id."""
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row["id"])
    draw, drawn = random.Random(SEED), []
    for kind in sorted(kinds):
        ids = sorted(kinds[kind])
        draw.shuffle(ids)
        drawn += ids
    return {one: ("first", "second")[place % 2] for place, one in enumerate(drawn)}


def line(name: str, texts: Sequence[Text]) -> str:
    said, labelled = sum(len(text.top) for text in texts), sum(len(text.labels) for text in texts)
    pairs = [pair for text in texts for pair in text.pairs]
    f1 = 2 * len(pairs) / max(1, said + labelled)
    exact = sum(proposal.name in names_of(label) for proposal, label in pairs)
    plain = [text for text in texts if not text.labels]
    alarms = sum(len(text.top) for text in plain) / max(1, len(plain))
    precision, recall = len(pairs) / max(1, said), len(pairs) / max(1, labelled)
    counts = f"{name:32} {len(texts):5} {precision:6.2f} {recall:6.2f} {f1:6.2f}"
    return f"{counts}  {exact:3}/{len(pairs):<3} {alarms:6.2f}"


def second_line(texts: Iterable[Text]) -> str:
    """How many proposals of the second level stand where the labels have one, of those there are."""
    texts = list(texts)
    said = sum(len(text.second) for text in texts)
    right = sum(proposal.paragraph in text.second_places for text in texts for proposal in text.second)
    labelled = sum(len(text.second_places) for text in texts)
    return f"second level: {said} proposed, {right} of them at the {labelled} places labelled"


def told(text: Text) -> str:
    """The faults of one text in words."""
    lines = [f"{text.cost} faults in {text.row['kind']} {text.row['id']} {text.row['title']}"]
    lines += [f"    said    [{one.paragraph}] {one.name}: {one.lead[:40]}  ({one.reason})" for one in text.wrong]
    lines += [f"    missed  [{label['para']}] {label['name']}: {label['lead'][:40]}" for label in text.missed]
    return "\n".join(lines)


def wrong_names(texts: Iterable[Text]) -> list[str]:
    pairs = [pair for text in texts for pair in text.pairs]
    return [
        f"    {p.name} for {'/'.join(names_of(label))}: {p.lead[:40]}"
        for p, label in pairs
        if p.name not in names_of(label)
    ]


def _rows(path: Path) -> list[dict]:
    if path.suffix == ".txt":
        return rows(path)
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]


def report(path: Path, half: str, faults: int) -> None:
    found = _rows(path)
    started = time.process_time()
    derived = [[one for one in derive(row["title"], row["paragraphs"]) if one.score >= SHOWN] for row in found]
    seconds = time.process_time() - started
    texts = [Text(row, proposals) for row, proposals in zip(found, derived, strict=True)]
    print(f"\n{path.name}: {len(found) / seconds:.0f} texts a second")
    if "themes" not in found[0]:
        codes = Counter(one.reason.code for text in texts for one in text.top)
        bare = sum(not text.top for text in texts)
        print(f"    {bare} texts without themes; {', '.join(f'{code} {n}' for code, n in codes.most_common())}")
        return
    print(f"{'':32} texts  prec. recall     F1  names   alarms")
    drawn = halves(found)
    for side in ("first", "second"):
        own = [text for text in texts if drawn[text.row["id"]] == side]
        for kind in sorted({text.row["kind"] for text in own}):
            print(line(f"  {side} half, {kind}", [text for text in own if text.row["kind"] == kind]))
        print(line(f"{side} half", own))
    print(line("with headings or ordinals", [text for text in texts if text.is_marked]))
    print(line("everything", texts))
    print(second_line(texts))
    looked = [text for text in texts if half in (drawn[text.row["id"]], "both")]
    for text in sorted(looked, key=lambda text: -text.cost)[:faults]:
        if text.cost:
            print(told(text))
    if faults:
        print("names:", *wrong_names(looked)[: 2 * faults], sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[*(SHARED / name for name in SETS), LABELLED, *UNSEEN])
    parser.add_argument("--half", choices=("first", "second", "both"), default="first")
    parser.add_argument("--faults", type=int, default=FAULTS)
    chosen = parser.parse_args()
    preload()
    for path in chosen.files:
        report(path, chosen.half, chosen.faults)


if __name__ == "__main__":
    main()
