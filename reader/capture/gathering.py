"""An article's pages by the address of one of them: the others are fetched too, within limits of number, size, time."""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from django.conf import settings

from reader.articles.versions import Absent
from reader.capture.fetching import Fetched, FetchError, fetch
from reader.cleaning.captures import Capture
from reader.extraction import ExtractionError, Page
from reader.extraction.addresses import host_of
from reader.extraction.following import place_of
from reader.extraction.joining import repeats, same_address, same_title
from reader.sandbox.reading import extract
from reader.wording import Coded

MOST_PAGES = 50
SECONDS = 20
# Pages are taken only up to so much together, each up to the limit of a single one.
TIMES_THE_LIMIT = 3
# A site that knows no further page may give the first again, whatever number is asked for.
MOST_REPEATS = 2
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

SENTENCES: dict[str, str] = {
    "elsewhere": _("它跳转到别的网站去了。"),
    "long": _("各页合起来用了太多时间，没有再取。"),
    "many": _("页数太多，一篇最多 %(pages)d 页。"),
    "other_title": _("它的标题不同，像是另一篇。"),
    "same": _("它和前面的页一样，没有接上。"),
    "large": _("各页合起来太大，没有再取。"),
}


@dataclass(frozen=True)
class Gathered:
    """The pages in order, the first one always; and those that are not among them, with what stood in the way."""

    captures: tuple[Capture, ...]
    absent: tuple[Absent, ...] = ()


def gather(url: str) -> Gathered:
    """The article at the address, all its pages; FetchError where not even that page is given."""
    until = time.monotonic() + SECONDS
    pages = _Pages(until)
    pages.take(fetch(url))
    first = pages.first
    if first and first.preceding:
        pages = _from_the_front(pages, first)
    if pages.first and pages.first.whole and (whole := _whole(pages, pages.first.whole)):
        return whole
    pages.follow(pages.first.following if pages.first else ())
    return pages.gathered


def gather_more(known: Sequence[tuple[Capture, Page]], addresses: Iterable[str]) -> Gathered:
    """The pages at the addresses, and what follows them, that are not known; `known` is not given back."""
    pages = _Pages(time.monotonic() + SECONDS)
    for capture, page in known:
        pages.keep(capture, page)
    pages.follow(addresses)
    return Gathered(tuple(pages.captures[len(known) :]), tuple(pages.absent))


def _from_the_front(pages: "_Pages", page: Page) -> "_Pages":
    """The article from its first page on, where that is given and is this article's; else from the page asked for."""
    front = _Pages(pages.until)
    address = page.preceding[0]
    try:
        front.take(fetch(address))
    except FetchError as error:
        pages.leave(address, error)
        return pages
    if front.first is None or not same_title(front.first, page) or not front.is_at(pages.captures[0].url):
        return pages
    return front


def _whole(pages: "_Pages", address: str) -> Gathered | None:
    """The page on which all of the article stands, where it is given and says what the first page does."""
    whole = _Pages(pages.until)
    try:
        whole.take(fetch(address))
    except FetchError:
        return None  # The pages one by one say the same.
    first = pages.first
    if whole.first is None or first is None or not whole.is_at(pages.captures[0].url):
        return None
    return whole.gathered if repeats([whole.first], first) and same_title(whole.first, first) else None


@dataclass
class _Pages:
    """Pages as they come in; `until` when there must be an end of it."""

    until: float
    captures: list[Capture] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    absent: list[Absent] = field(default_factory=list)
    again: int = 0

    @property
    def first(self) -> Page | None:
        return self.pages[0] if self.pages else None

    @property
    def gathered(self) -> Gathered:
        return Gathered(tuple(self.captures), tuple(self.absent))

    def take(self, fetched: Fetched) -> None:
        """The page everything starts from; whoever imports it says what is wrong with it."""
        capture = Capture(fetched.data, fetched.url, fetched.content_type)
        self.captures.append(capture)
        with suppress(ExtractionError):
            self.pages.append(extract(capture.data, capture.url, capture.content_type))

    def keep(self, capture: Capture, page: Page) -> None:
        """A page under the address it is known by."""
        self.captures.append(replace(capture, url=capture.url or page.url))
        self.pages.append(page)

    def is_at(self, address: str) -> bool:
        """Whether the first page's address is of the address' site."""
        return host_of(self.captures[0].url) == host_of(address)

    def follow(self, addresses: Iterable[str]) -> None:
        """Take the pages at the addresses, and those their pagers lead to, until one cannot be had."""
        waiting = list(addresses)
        seen = {same_address(capture.url) for capture in self.captures}
        while waiting:
            address = waiting.pop(0)
            if same_address(address) in seen:
                continue
            seen.add(same_address(address))
            try:
                page = self._next(address)
            except (FetchError, ExtractionError) as refused:
                self.leave(address, refused)
                if self._is_the_end(refused):
                    self.absent += [Absent(one) for one in waiting if same_address(one) not in seen]
                    return
            else:
                more = [one for one in page.following if same_address(one) not in {*seen, *map(same_address, waiting)}]
                waiting = sorted([*waiting, *more], key=lambda one: place_of(one).number)

    def leave(self, address: str, why: Coded) -> None:
        same = isinstance(why, _Refused) and why.code == "same"
        self.absent.append(Absent(address, why.template, why.parameters, lacking=not same))

    def _next(self, address: str) -> Page:
        self._stop_at_the_limits()
        fetched = fetch(address)
        if host_of(fetched.url) != (host_of(self.captures[0].url) or host_of(address)):
            raise _Refused("elsewhere")
        capture = Capture(fetched.data, fetched.url, fetched.content_type)
        page = extract(capture.data, capture.url, capture.content_type)
        if repeats(self.pages, page):
            raise _Refused("same")
        if not same_title(self.pages[0], page):
            raise _Refused("other_title")
        self.keep(capture, page)
        return page

    def _stop_at_the_limits(self) -> None:
        if len(self.captures) >= MOST_PAGES:
            raise _Refused("many", {"pages": MOST_PAGES})
        if time.monotonic() > self.until:
            raise _Refused("long")
        if sum(len(capture.data) for capture in self.captures) > TIMES_THE_LIMIT * settings.CAPTURE_LIMIT:
            raise _Refused("large")

    def _is_the_end(self, refused: Exception) -> bool:
        if isinstance(refused, _Refused) and refused.code == "same":
            self.again += 1
            return self.again >= MOST_REPEATS
        return True


class _Refused(FetchError):
    """Why a page that was given is not taken."""

    sentences = SENTENCES
