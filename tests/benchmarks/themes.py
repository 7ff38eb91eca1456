"""How many texts a second their themes are derived from, and what is found.

Run: python tests/benchmarks/themes.py FILE.jsonl…   (rows with "title" and "paragraphs")

Seconds are of the processor, after the dictionary is loaded: the other programs of the machine do not count.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.text.segmentation import preload
from reader.text.themes import derive


def main() -> None:
    preload()
    print(f"{'texts':>6} {'a second':>9} {'themes':>7}  reasons")
    for path in map(Path, sys.argv[1:]):
        texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        started = time.process_time()
        found = [theme for text in texts for theme in derive(text["title"], text["paragraphs"])]
        seconds = time.process_time() - started
        reasons = ", ".join(f"{code} {count}" for code, count in Counter(t.reason.code for t in found).most_common())
        print(f"{len(texts):6} {len(texts) / seconds:9.0f} {len(found):7}  {reasons}")


if __name__ == "__main__":
    main()
