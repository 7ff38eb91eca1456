"""A page of the benchmark's scene in a Chromium of its own, with what Chromium counts of its main thread."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

from tests import chromium
from tests.benchmarks.dense import Dense
from tests.benchmarks.desk_scripts import PAINTED, SETTLED

WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


class Watched:
    """A page and its counters: the main thread's own time, whatever else runs on the machine."""

    def __init__(self, page: Page) -> None:
        self.page, self._session = page, page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def counted(self) -> dict[str, float]:
        return {row["name"]: row["value"] for row in self._session.send("Performance.getMetrics")["metrics"]}

    def work(self, act: Callable[[], object]) -> float:
        """Milliseconds of script, style and layout that an act takes."""
        before = self.counted()
        act()
        after = self.counted()
        return 1000 * sum(after[name] - before[name] for name in WORK)

    def heap(self) -> float:
        """Megabytes of JavaScript in use, garbage collected."""
        self._session.send("HeapProfiler.collectGarbage")
        return self.counted()["JSHeapUsedSize"] / 1e6

    def memory(self) -> float:
        """Megabytes of the page's process, its share of what processes share."""
        session = self.page.context.browser.new_browser_cdp_session()
        rows = session.send("SystemInfo.getProcessInfo")["processInfo"]
        sums = [Path(f"/proc/{row['id']}/smaps_rollup").read_text() for row in rows if row["type"] == "renderer"]
        return max(int(told.split("Pss:")[1].split()[0]) for told in sums) / 1000


@contextmanager
def opened(playwright: Playwright, place: Dense, *scripts: str, desk: bool = True) -> Iterator[Watched]:
    """The article's page, settled; without the desk's script where the baseline draws."""
    browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.ARGUMENTS))
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    cookies = place.scene.cookies.items()
    context.add_cookies([{"name": name, "value": value, "url": place.origin} for name, value in cookies])
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.add_init_script(PAINTED + f"const DESK = {json.dumps(place.desk)};" + "".join(scripts))
    if not desk:
        page.route("**/js/desk.*", lambda route: route.abort())
    watched = Watched(page)
    page.goto(place.page)
    page.wait_for_selector("html[data-settled], #text[data-ready]")
    page.evaluate(SETTLED)
    yield watched
    browser.close()
