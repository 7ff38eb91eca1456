"""How fast pages are cleaned, beside other extractors where they are installed; how time and memory grow with a page.

Usage: python tests/benchmarks/extraction.py [FOLDER OF SAVED PAGES]
Process CPU time, one core, warm. Without a folder the golden pages are read.
"""

import importlib.util
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.extraction import extract  # noqa: E402

SENTENCE = "绿道沿河而建，把旧厂房、菜市场和小学连成一条可以步行的路，居民出门十分钟就能走到水边。"
SHAPES = {
    "paragraphs": lambda size: f"<p>{SENTENCE}</p>" * (size // 137),
    "one line": lambda size: f"<p>{SENTENCE * (size // 129)}</p>",
    "links": lambda size: '<li><a href="/1.htm">河边多了一座书屋</a></li>' * (size // 60) + f"<p>{SENTENCE}</p>" * 9,
}
MEGABYTE = 2**20


def trafilatura_peer(data: bytes) -> None:
    import trafilatura

    trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)


def readability_peer(data: bytes) -> None:
    from readability import Document

    Document(data).summary()


def seconds(run: Callable[[bytes], object], pages: list[bytes]) -> float:
    for data in pages[:3]:
        run(data)
    started = time.process_time()
    for data in pages:
        run(data)
    return time.process_time() - started


def compare(pages: list[bytes]) -> None:
    print(f"\n{'extractor':20}{'pages/s':>10}")
    peers = {
        "quandian": ("lxml", extract),
        "trafilatura": ("trafilatura", trafilatura_peer),
        "readability": ("readability", readability_peer),
    }
    for name, (module, run) in peers.items():
        if importlib.util.find_spec(module):
            print(f"{name:20}{len(pages) / seconds(run, pages):10.0f}")


def measure(shape: str, size: int, answer) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = f"<html><body><h1>让绿道连起城市生活</h1><div>{SHAPES[shape](size)}</div></body></html>".encode()
    started = time.process_time()
    extract(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer.put((len(data), time.process_time() - started, peak / 1024, (peak - before) / 1024))


def grow() -> None:
    """Each in a process of its own: peak memory never falls again."""
    print(f"{'shape':14}{'MB':>8}{'seconds':>10}{'s per MB':>10}{'peak MB':>10}{'of it new':>10}")
    context = multiprocessing.get_context("spawn")
    for shape in SHAPES:
        for size in (MEGABYTE // 4, MEGABYTE, 4 * MEGABYTE, 10 * MEGABYTE):
            answer = context.Queue()
            process = context.Process(target=measure, args=(shape, size, answer))
            process.start()
            length, spent, peak, new = answer.get()
            process.join()
            megabytes = length / MEGABYTE
            print(f"{shape:14}{megabytes:8.2f}{spent:10.2f}{spent / megabytes:10.2f}{peak:10.0f}{new:10.0f}")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "pages"
    # First: a child's peak begins at what its parent had.
    grow()
    compare([path.read_bytes() for path in sorted(folder.rglob("*.html"))])
