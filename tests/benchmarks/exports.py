"""Time and peak memory of every export format: 10,000 highlights in 500 articles.

Run: python tests/benchmarks/exports.py [FORMAT…]. Each format runs in a process of its own; `helper` is
the peak of the largest process beneath it, in MB.
"""

import multiprocessing
import resource
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from annotations.exports import FORMATS
from annotations.exports.document import Article, Author, Document, Highlight, Theme, blocks

ARTICLES, PARAGRAPHS, MARKS = 500, 20, 20
SENTENCE = "绿道穿城而过，串起河湖与街巷，出门三百米就能走进林荫；连成网络，才是市民的日常。"
WHEN = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


def document() -> Document:
    """A project as large as the table speaks of; every second highlight has a note, some two themes."""
    themes = tuple(
        Theme(id, f"主题{id}", (f"大类{id % 8}", f"主题{id}"), id % 12 + 1, f"#{id * 3571 % 0xFFFFFF:06x}")
        for id in range(1, 61)
    )
    return Document(
        "压力课题", "project", WHEN, "压力课题", "张三", articles=tuple(map(article, range(ARTICLES))), themes=themes
    )


def article(id: int) -> Article:
    rows = [("paragraph", f"第{number}点。{SENTENCE * 4}", 0) for number in range(PARAGRAPHS)]
    text = "\n".join(row[1] for row in rows)
    step = len(text) // MARKS
    return Article(
        id,
        f"文章{id}",
        "经济日报",
        WHEN,
        "minute",
        (Author("徐小明"),),
        url=f"https://example.cn/{id}.html",
        address=f"http://127.0.0.1:8000/projects/1/articles/{id}/",
        accessed=date(2026, 11, 19),
        blocks=tuple(blocks(rows)),
        highlights=tuple(highlight(text, id, number, number * step) for number in range(MARKS)),
    )


def highlight(text: str, article: int, number: int, start: int) -> Highlight:
    end = start + 60
    return Highlight(
        f"{article:08x}-0000-4000-8000-{number:012x}",
        start,
        end,
        text[start:end],
        text[max(start - 32, 0) : start],
        text[end : end + 32],
        "这里的提法与第三段呼应。" if number % 2 else "",
        f"编码员{number % 3}",
        WHEN,
        WHEN,
        tuple(sorted({number % 60 + 1, article % 60 + 1})) if number % 5 else (),
    )


def measure(name: str, report: multiprocessing.Queue) -> None:
    notes = document()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes"
        start = time.perf_counter()
        with path.open("wb") as output:
            FORMATS[name].write(notes, output)
        seconds = time.perf_counter() - start
        after, helper = (resource.getrusage(of).ru_maxrss for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        report.put((seconds, (after - before) / 1024, after / 1024, helper / 1024, path.stat().st_size / 1e6))


def main() -> None:
    print(f"{'format':10} {'seconds':>8} {'MB more':>8} {'MB peak':>8} {'helper':>8} {'file MB':>8}")
    context = multiprocessing.get_context("spawn")
    for name in sys.argv[1:] or FORMATS:
        report = context.Queue()
        process = context.Process(target=measure, args=(name, report))
        process.start()
        print(f"{name:10}", *(f"{figure:8.1f}" for figure in report.get()))
        process.join()


if __name__ == "__main__":
    main()
