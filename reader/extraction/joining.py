"""The pages of one article become one page; and whether pages belong to one article at all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from reader.extraction.following import place_of
from reader.extraction.page import Block, Page, Removed, removal
from reader.extraction.titles import bare

REPEATED = "repeated"
# So many blocks at the head of each page may say again what stood at the head of the first: 核心提示, a summary.
_HEAD = 3
_FIELDS = (
    "authors",
    "channel",
    "document_date",
    "document_number",
    "editor",
    "issuer",
    "keywords",
    "original_title",
    "overline",
    "print_edition",
    "source",
    "subtitle",
)
_PAGE_MARK = re.compile(r"\s*(?:[（(]\s*第?\d{1,2}页?\s*[)）]|第\d{1,2}页)\s*$")
# A page that says more than this share of its blocks again is the same page once more.
_AGAIN = 0.5


def joined(pages: Sequence[Page]) -> Page:
    """One page of all, in their order. What the first does not know of the article, a later one may: the editor stands
    on the last. `following` are the pages that are not among these."""
    first = pages[0]
    told: dict = {}
    rules: dict[str, str] = {}
    for page in reversed(pages):
        told |= {field: getattr(page, field) for field in _FIELDS if getattr(page, field)}
        rules |= page.rules
    if not first.published and (dated := next((page for page in pages if page.published), None)):
        told |= {"published": dated.published, "published_precision": dated.published_precision}
    blocks: list[Block] = []
    removed: list[Removed] = []
    for page in pages:
        page = _without_repeats(page, first) if page is not first else page
        removed += [replace(cut, before=cut.before + len(blocks)) for cut in page.removed]
        blocks += page.blocks
    return replace(
        first,
        blocks=tuple(blocks),
        removed=tuple(removed),
        following=unmet(pages),
        rules=rules | dict(first.rules),
        **told,
    )


def rows_in(page: Page) -> int:
    """How many rows, kept and cut, the page has; joining changes none of it."""
    return len(page.blocks) + len(page.removed)


def repeats(pages: Sequence[Page], page: Page) -> bool:
    """Whether the page says mostly what the others have said."""
    said = {bare(block.text) for other in pages for block in other.blocks}
    again = sum(bare(block.text) in said for block in page.blocks)
    return again > _AGAIN * len(page.blocks)


def same_title(one: Page, other: Page) -> bool:
    """Whether both may be pages of one article, by their titles: （2） and 第2页 aside; one may have none."""
    titles = [bare(title_of_article(page.title)) for page in (one, other)]
    return not all(titles) or titles[0] == titles[1]


def title_of_article(title: str) -> str:
    return _PAGE_MARK.sub("", title)


def in_order(pages: Sequence[Page]) -> list[int]:
    """The places of the pages by their numbers where each has one of its own; as they came else."""
    places = [place_of(page.url) for page in pages]
    numbered = len({place.stem for place in places}) == 1 and len({place.number for place in places}) == len(pages)
    order = range(len(pages))
    return sorted(order, key=lambda index: places[index].number) if numbered else list(order)


def unmet(pages: Sequence[Page]) -> tuple[str, ...]:
    """Addresses of the article's pages that are not here. Where the pages' own addresses are not all told apart, so
    many as there are pages are taken as here."""
    ahead = {place_of(address).number: address for page in reversed(pages) for address in page.following}
    addresses = [ahead[number] for number in sorted(ahead)]
    here = {same_address(page.url) for page in pages if page.url}
    if len(here) < len(pages):
        return tuple(addresses[len(pages) - 1 :])
    return tuple(address for address in (*pages[0].preceding, *addresses) if same_address(address) not in here)


def same_address(address: str) -> str:
    """What is equal of two addresses of one page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.netloc.lower()}{parts.path}?{parts.query}"


def _without_repeats(page: Page, first: Page) -> Page:
    """The page without what already stood at the head of the first: cut, by a rule of its own."""
    head = {bare(block.text) for block in first.blocks[:_HEAD]}
    count = 0
    while count < min(_HEAD, len(page.blocks) - 1) and bare(page.blocks[count].text) in head:
        count += 1
    if not count:
        return page
    cuts = [removal(REPEATED, block, 0) for block in page.blocks[:count]]
    above = [replace(cut, before=0) for cut in page.removed if cut.before == 0]
    rest = [replace(cut, before=max(0, cut.before - count)) for cut in page.removed if cut.before > 0]
    return replace(page, blocks=page.blocks[count:], removed=(*above, *cuts, *rest))
