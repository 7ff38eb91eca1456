"""Stacks of pages laid out side by side, each in a process of its own: WeasyPrint keeps one processor busy."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread

from weasyprint import CSS, HTML

# Each holds 250 to 400 MB while it works.
MOST = 8
# Seconds between two looks up from waiting for pages.
PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a stack of pages: which one, from 0, and how far below its top, in CSS pixels."""

    page: int
    below: float

    def behind(self, pages: int) -> "Spot":
        return Spot(self.page + pages, self.below)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline."""

    level: int
    title: str
    spot: Spot

    def behind(self, pages: int) -> "Entry":
        return Entry(self.level, self.title, self.spot.behind(pages))


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages as a PDF file, how many, the places on them by name, and their part of the outline."""

    file: bytes
    pages: int
    places: dict[str, Spot]
    outline: list[Entry]


def lay_out(page: str, style: str) -> Sheets:
    """An HTML page on sheets of paper. What runs over several is found on the first. Nothing is fetched."""
    laid_out = HTML(string=page).render(stylesheets=[CSS(string=style)])
    places: dict[str, Spot] = {}
    outline: list[Entry] = []
    for number, sheet in enumerate(laid_out.pages):
        places = {name: Spot(number, place[1]) for name, place in sheet.anchors.items()} | places
        outline += [Entry(level, title, Spot(number, place[1])) for level, title, place, _state in sheet.bookmarks]
    return Sheets(laid_out.write_pdf(), len(laid_out.pages), places, outline)


def press(pages: Iterable[str], style: str, meanwhile: Callable[[], None] = lambda: None) -> Iterator[Sheets]:
    """Each page laid out, in order; a few are taken ahead. One alone is laid out here.

    `meanwhile` is called again and again while processes work; what it raises ends the work.
    """
    coming = iter(pages)
    first = list(islice(coming, 2))
    if len(first) < 2:
        yield from (lay_out(page, style) for page in first)
        return
    with _presses() as pool:
        running: deque[Future[Sheets]] = deque()
        for page in chain(first, coming):
            running.append(pool.submit(_lay_out_and_clear, page, style))
            if len(running) > 2 * processes():
                yield _awaited(running.popleft(), meanwhile)
        while running:
            yield _awaited(running.popleft(), meanwhile)


def _awaited(coming: Future[Sheets], meanwhile: Callable[[], None]) -> Sheets:
    while not wait([coming], PATIENCE).done:
        meanwhile()
    return coming.result()


def processes() -> int:
    """How many work side by side: QUANDIAN_PDF_PROCESSES, else one for each processor up to MOST."""
    return max(1, int(os.environ.get("QUANDIAN_PDF_PROCESSES") or min(os.cpu_count() or 1, MOST)))


@contextmanager
def _presses() -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(processes(), get_context("spawn"), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """A press ends with its parent, however that ends."""
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()


def _lay_out_and_clear(page: str, style: str) -> Sheets:
    """Garbage is looked for once: again and again, it takes a seventh of the time."""
    sheets = lay_out(page, style)
    gc.collect()
    return sheets


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(1)
