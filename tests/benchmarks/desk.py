"""The reading desk in real Chromium with 60,000 characters and 5,000 marks, against marks drawn as <mark> elements.

Run: python tests/benchmarks/desk.py [RUNS]. Both draw the same marks of the same answer on the same page, in the same
run, each in a browser of its own. Figures are medians. Script, style and layout are thread time of the main thread as
Chromium counts it; first paint, tasks and frames are by the clock.
"""

import gzip
import json
import sys
import time
from pathlib import Path
from statistics import median

import httpx
from playwright.sync_api import Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.dense import CHARACTERS, MARKS, Dense, dense
from tests.benchmarks.desk_page import Watched, opened
from tests.benchmarks.desk_scripts import BASELINE, FRAME, LATEST, NODES, SCROLLED, WRAPPED

Figures = dict[str, float]
WRAPPING = (Path(__file__).parent / "wrapping.js").read_text(encoding="utf-8")


def opening(watched: Watched) -> Figures:
    """What it took to open the page and show its marks."""
    told, page = watched.counted(), watched.page
    long = page.evaluate("window.longTasks")
    style = told["RecalcStyleDuration"] + told["LayoutDuration"]
    return {
        "first painted mark, ms": page.evaluate("window.firstMark ?? 0"),
        "script, ms": 1000 * told["ScriptDuration"],
        "style and layout, ms": 1000 * style,
        "script, style and layout, ms": 1000 * (told["ScriptDuration"] + style),
        "longest task, ms": max(long, default=0),
        "nodes in the text": page.evaluate(NODES),
        "elements in the page": page.evaluate("document.querySelectorAll('*').length"),
        "JavaScript heap, MB": watched.heap(),
        "renderer, MB": watched.memory(),
    }


def scrolling(watched: Watched) -> Figures:
    frames: list[float] = []
    spent = watched.work(lambda: frames.extend(watched.page.evaluate(SCROLLED)))
    frames.sort()
    return {
        "scroll frame, ms": median(frames),
        "scroll frame p95, ms": frames[int(len(frames) * 0.95)],
        "scroll frame worst, ms": frames[-1],
        "script, style, layout a frame, ms": spent / len(frames),
    }


def marking(watched: Watched) -> Figures:
    """Select a passage with the mouse, then mark it."""
    page = watched.page
    block = page.locator(".block-text").nth(30)
    block.scroll_into_view_if_needed()
    page.evaluate(FRAME)
    box = block.bounding_box() or {}
    page.mouse.move(box["x"] + 60, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 20)

    def choose() -> None:
        page.mouse.up()
        page.wait_for_selector(".popup")
        page.evaluate(FRAME)

    def keep() -> None:
        page.evaluate("window.latestMark = 0")
        page.keyboard.press("Enter")
        page.evaluate(LATEST)

    return {"select to popup, ms": watched.work(choose), "Enter to mark visible, ms": watched.work(keep)}


def desk(playwright: Playwright, place: Dense) -> Figures:
    with opened(playwright, place) as watched:
        return opening(watched) | scrolling(watched) | marking(watched)


def wrapped(playwright: Playwright, place: Dense) -> Figures:
    with opened(playwright, place, WRAPPING, BASELINE, desk=False) as watched:
        return opening(watched) | scrolling(watched)


def drawing(playwright: Playwright, place: Dense) -> dict[str, Figures]:
    """Drawing alone, both ways, on the same bare page."""
    told = {}
    for name, script in (("ranges", "window.paintAll"), ("<mark>", "window.wrapAll")):
        with opened(playwright, place, WRAPPING, WRAPPED, desk=False) as watched:
            watched.page.evaluate("window.ready()")
            clock = watched.page.evaluate
            spent = watched.work(lambda: told.update({name: clock(f"window.drawn({script})")}))  # noqa: B023
            told[name]["script, style and layout, ms"] = spent
    return told


def payload(place: Dense) -> tuple[int, int]:
    """Bytes of the desk's answer as it travels, and what is left of it without its notes."""
    answer = httpx.get(place.desk, cookies=place.scene.cookies, headers={"Accept-Encoding": "gzip"})
    bare = answer.json()
    bare["marks"]["notes"] = {}
    noteless = json.dumps(bare, ensure_ascii=False, separators=(",", ":")).encode()
    return int(answer.headers.get("Content-Length", 0)), len(gzip.compress(noteless, 6))


def middle(rows: list[Figures]) -> Figures:
    return {name: median(row[name] for row in rows) for name in rows[0]}


def table(columns: dict[str, Figures]) -> None:
    print(f"{'':36}" + "".join(f"{name:>18}" for name in columns))
    for row in dict.fromkeys(name for figures in columns.values() for name in figures):
        cells = (f"{figures[row]:18.1f}" if row in figures else f"{'–':>18}" for figures in columns.values())
        print(f"{row:36}" + "".join(cells))


def cost(columns: dict[str, Figures]) -> None:
    """What the marks alone cost each of the two pages."""
    name = "script, style and layout, ms"
    ours, theirs = (columns[with_][name] - columns[without][name] for without, with_ in PAIRS)
    print(f"\nBlocking time of the marks: {ours:.0f} ms, as <mark> {theirs:.0f} ms: {theirs / ours:.1f} times less")


PAIRS = (("desk, no marks", "desk"), ("<mark>, no marks", "<mark>"))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    began, columns = time.perf_counter(), {}
    with dense() as place, sync_playwright() as playwright:
        for name, measure in zip(("desk, no marks", "<mark>, no marks"), (desk, wrapped), strict=True):
            columns[name] = middle([measure(playwright, place) for _ in range(runs)])
        without = payload(place)[1]
        place.mark()
        for name, measure in (("desk", desk), ("<mark>", wrapped)):
            columns[name] = middle([measure(playwright, place) for _ in range(runs)])
        drawn = [drawing(playwright, place) for _ in range(runs)]
        whole, noteless = payload(place)
    print(f"{CHARACTERS:,} characters, {MARKS:,} marks; medians of {runs} runs, {time.perf_counter() - began:.0f} s\n")
    table(columns)
    cost(columns)
    print("\nDrawing alone, on the same page without a desk")
    table({name: middle([row[name] for row in drawn]) for name in drawn[0]})
    print(f"\nPayload, compressed: {whole:,} bytes; {(noteless - without) / MARKS:.1f} bytes a mark without its note")


if __name__ == "__main__":
    main()
