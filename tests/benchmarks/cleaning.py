"""How clean saved pages come out, on the half of the portals that rules are tuned on and on the half nobody looks at.

Usage: python tests/benchmarks/cleaning.py [--show] [CORPUS ...]
A corpus is a folder with index.jsonl, pages/ and gold/; beside it lies tools/score_extraction.py. Without one,
../shared/corpus and ../shared/corpus2 are read. --show lists what went wrong, in the tuned half only.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.extraction import ExtractionError, containers, extract, site_rules  # noqa: E402

SHARED = ROOT.parent / "shared"
TUNED, UNSEEN = "tuned", "unseen"
FIELDS = ("F1", "clean", "para", "title", "source", "editor", "date", "minute")


def half_of(portal: str) -> str:
    """Written once and never drawn again: a portal stays in its half, with all its pages and subdomains."""
    portal = portal.partition("_")[0]
    return (TUNED, UNSEEN)[sha256(portal.encode()).digest()[0] % 2]


def scorer(corpus: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", corpus.parent / "tools" / "score_extraction.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found_in(data: bytes, url: str) -> dict:
    try:
        page = extract(data, url=url)
    except ExtractionError:
        return {"paragraphs": [], "title": "", "source": "", "editor": "", "published": ""}
    moment = page.published.strftime("%Y-%m-%d %H:%M") if page.published else ""
    fields = {"title": page.title, "source": page.source, "editor": page.editor, "published": moment}
    return {"paragraphs": [block.text for block in page.blocks], **fields}


def measure(corpus: Path, ruled: bool) -> dict[str, dict[str, dict]]:
    """half → page → the scorer's row."""
    score, rows = scorer(corpus), defaultdict(dict)
    for line in (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        name = entry["id"]
        gold = json.loads((corpus / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        found = found_in((corpus / "pages" / f"{name}.html").read_bytes(), entry.get("url") or "" if ruled else "")
        rows[half_of(entry["family"])][name] = score.judge(gold, found)
    return rows


def report(corpus: Path, ruled: bool, show: bool) -> None:
    for half, rows in sorted(measure(corpus, ruled).items()):
        means = [
            sum(values) / len(values) if (values := [row[field] for row in rows.values() if field in row]) else 0.0
            for field in FIELDS
        ]
        rules = "with" if ruled else "without"
        print(f"{corpus.name:10}{rules:9}{half:8}{len(rows):6}" + "".join(f"{mean:8.3f}" for mean in means))
        for name, row in sorted(rows.items()):
            if show and half == TUNED and not row["clean"]:
                print(f"    {name}: F1 {row['F1']:.3f}, leak {row['leak']:.3f}, paragraphs {row['para']:.3f}")


def without_site_rules() -> None:
    site_rules._BY_HOST.clear()
    containers.SIGNED_RULES = ()


def main() -> None:
    show = "--show" in sys.argv
    named = [Path(argument) for argument in sys.argv[1:] if argument != "--show"]
    corpora = named or [SHARED / "corpus", SHARED / "corpus2"]
    print(f"{'corpus':10}{'rules':9}{'half':8}{'pages':>6}" + "".join(f"{field:>8}" for field in FIELDS))
    for ruled in (True, False):
        if not ruled:
            without_site_rules()
        for corpus in corpora:
            report(corpus, ruled, show)


if __name__ == "__main__":
    main()
