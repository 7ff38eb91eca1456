"""How the time to read a plain-text dump grows with its size, for lines of each kind that rules look at.

Run: python tests/benchmarks/dump_time.py
"""

import contextlib
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.extraction import ExtractionError, extract

PROSE = "绿道上已经有人跑步，河水贴着堤岸慢慢流，城市在这里先醒了过来，规划部门说今后三年还要补上十二处断点。\n"
KINDS = {
    "prose": PROSE,
    "one line": PROSE.strip(),
    "entries": "• 别处的新闻\n",
    "short lines": "短行\n",
    "dates": "2024-05-06 10:20\n",
    "buttons": "分享 收藏 微信 微博 1 2 3\n",
    "editors": "责任编辑：林一\n",
    "footers": "您对本页内容是否满意？\n",
    "links": "关于我们 | 联系我们 | 网站地图\n",
    "table": "一区\n12\n30\n",
    "interrupted": "• 别处的新闻\n" * 4 + PROSE * 3,
    "lists inside": "相关阅读\n" + "别处的新闻题目\n" * 6 + PROSE * 3,
}
MEGABYTES = (1, 2, 5, 10)


def spent(line: str, size: int) -> float:
    data = ("绿道开放\n2024-05-06 10:20\n" + PROSE + line * (size // len(line.encode()))).encode()
    started = time.process_time()
    with contextlib.suppress(ExtractionError):
        extract(data)
    return time.process_time() - started


def main() -> None:
    print("seconds for a dump of".ljust(24), *(f"{size:>4} MB" for size in MEGABYTES))
    for kind, line in KINDS.items():
        print(kind.ljust(24), *(f"{spent(line, size * 1_000_000):>7.2f}" for size in MEGABYTES))


if __name__ == "__main__":
    main()
