"""提法变化 of two reports of 20,000 characters: all of the comparison, beside difflib over the same sentences.

Run: python tests/benchmarks/drift.py. The texts are made of sentences of our own, a third of them changed, some moved.
"""

import random
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.text.drift.alignment import compare  # noqa: E402
from reader.text.drift.inside import pieces  # noqa: E402
from reader.text.drift.units import units  # noqa: E402

WHO = "各地 学校 街道 乡镇 企业 社区 医院 园区 河湾 合作社".split()
DO = "推进 加快 改善 完善 支持 鼓励 推动 健全 扩大 落实".split()
WHAT = "绿道建设 夜校课程 养老服务 水网管护 技术改造 就业培训 老楼加梯 公共阅览 农机共用 口袋公园".split()
LENGTH = 20_000


def report(draw):
    lines, size = [], 0
    while size < LENGTH:
        number = draw.randrange(1, 900)
        first, then = (draw.choice(DO) + draw.choice(WHAT) for _ in range(2))
        line = f"{draw.choice(WHO)}要{first}，{then}，今年达到{number}处。"
        lines.append(line)
        size += len(line)
    return lines


def changed(lines, draw):
    made = [line.replace("今年", "全年").replace("要", "应") if draw.random() < 0.33 else line for line in lines]
    for _ in range(len(made) // 20):
        made.insert(draw.randrange(len(made)), made.pop(draw.randrange(len(made))))
    return made


def timed(work):
    began = time.process_time()
    work()
    return time.process_time() - began


def main():
    draw = random.Random(7)
    old = report(draw)
    new = changed(old, draw)
    one, other = "".join(old), "".join(new)
    pieces(old[0], new[0])
    ours = timed(lambda: [pieces(row.old.text, row.new.text) for row in compare(one, other) if row.old and row.new])
    sides = [[unit.text for unit in units(text)] for text in (one, other)]
    plain = timed(lambda: SequenceMatcher(None, *sides, autojunk=False).get_opcodes())
    print(f"{len(one)} and {len(other)} characters, {len(sides[0])} and {len(sides[1])} units")
    print(f"comparison with words inside {ours:.2f} s, difflib over sentences {plain:.3f} s ({ours / plain:.0f}×)")


if __name__ == "__main__":
    main()
