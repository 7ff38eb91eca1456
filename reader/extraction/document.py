"""A document somebody wrote, in lines that are known to be its own: its title and what it says of itself found, and
nothing of its text taken away."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.extraction.credits import credit_line
from reader.extraction.dateline import is_dateline
from reader.extraction.document_form import Form, form_of
from reader.extraction.dump import read_dump
from reader.extraction.dump_lines import is_prose, line_rule
from reader.extraction.metadata import authors_in, published_in, source_in, tell
from reader.extraction.page import Block, Page, Removed, removal
from reader.extraction.structure import structured
from reader.extraction.titles import bare

# What only a portal's page has around its text; one such line may be a document's own.
_PORTAL = frozenset(
    "breadcrumb comments font_size hot_list load_more mood_widget pager print_and_favourite qr_code reading_bar"
    " recommendation_list report_button share_prompt site_footer".split()
)
_PORTAL_SIGNS = 2
_ATTACHED = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?$")
_TITLE = 80
_BELOW_TITLE = 5


def read_document(blocks: Sequence[Block], title: Sequence[str] = ()) -> Page:
    """The page of these blocks, whose format may name the lines of the title. A portal's page that was pasted into a
    document is read as a dump of that page."""
    if _is_portal(blocks):
        return _pasted(blocks)
    form = None if title else form_of([block.text for block in blocks if block.kind != "note"])
    places = _title_places(blocks, title, form)
    telling = () if form else _telling_places(blocks, places)
    told = _told([blocks[at].text for at in telling])
    rules = dict.fromkeys(told.keys() - {"published_precision"}, "line_above")
    if places:
        told["title"], rules["title"] = "".join(blocks[at].text for at in places), "heading"
    if form:
        told |= _told_by(form)
        rules |= dict.fromkeys(_told_by(form).keys() - {"published_precision"}, "line_in_body")
    kept = [replace(block, lead=0) if form and at in form.above else block for at, block in enumerate(blocks)]
    return _page(kept, set(places), set(telling), told, dict(sorted(rules.items())))


def _told_by(form: Form) -> dict:
    said: dict = {"source": form.issuer, "issuer": form.issuer, "document_number": form.number}
    if form.dated:
        said |= {"published": form.dated, "published_precision": "day", "document_date": form.dated.date()}
    return {field: value for field, value in said.items() if value}


def _page(blocks: Sequence[Block], titles: set[int], telling: set[int], told: dict, rules: dict[str, str]) -> Page:
    kept: list[Block] = []
    removed: list[Removed] = []
    for at, block in enumerate(blocks):
        if at in telling:
            removed.append(removal("byline", block, len(kept)))
        elif at not in titles:
            kept.append(block)
    return Page(blocks=tuple(structured(kept)), removed=tuple(removed), rules=rules, **told)


def _title_places(blocks: Sequence[Block], title: Sequence[str], form: Form | None) -> tuple[int, ...]:
    """The lines the format calls its title; those an official document has in the title's place; the first line, where
    it is short and no sentence."""
    if title:
        first = next((at for at, block in enumerate(blocks) if block.text == title[0]), None)
        return () if first is None else tuple(range(first, first + len(title)))
    if form and form.title:
        return form.title
    first = 0
    while first < len(blocks) - 1 and _ATTACHED.match(blocks[first].text):
        first += 1
    line = blocks[first]
    may_be = line.kind in ("paragraph", "heading") and len(line.text) < _TITLE and line.text[-1] not in "。；;，,：:"
    return (first,) if len(blocks) > 1 and may_be else ()


def _telling_places(blocks: Sequence[Block], title: Sequence[int]) -> list[int]:
    """The lines below the title that are nothing but a byline or say when and where."""
    first = title[-1] + 1 if title else 0
    found = []
    for at in range(first, min(first + _BELOW_TITLE, len(blocks) - 1)):
        text = blocks[at].text
        if blocks[at].kind != "paragraph" or is_prose(text):
            break
        if (
            credit_line(text)
            or authors_in(text)
            or is_dateline(text)
            or (source_in(text) and tell({}, text, strictly=True))
        ):
            found.append(at)
    return found


def _told(lines: Iterable[str]) -> dict:
    told: dict = {}
    for line in lines:
        if authors := credit_line(line) or authors_in(line):
            told.setdefault("authors", authors)
            continue
        if source := source_in(line):
            told.setdefault("source", source)
        if (moment := published_in(line)) and "published" not in told:
            told["published"], told["published_precision"] = moment
    return told


def _is_portal(blocks: Sequence[Block]) -> bool:
    rules = (line_rule(block.text) for block in blocks if block.kind in ("paragraph", "list", "heading"))
    return len({rule.name for rule in rules if rule} & _PORTAL) >= _PORTAL_SIGNS


def _pasted(blocks: Sequence[Block]) -> Page:
    """What reading the lines as a dump keeps and cuts, each line as the block it came as."""
    page = read_dump("\n".join(block.text for block in blocks))
    known: defaultdict[str, deque[Block]] = defaultdict(deque)
    for block in blocks:
        known[bare(block.text)].append(block)
    kept = [_known(known, block.text) or block for block in page.blocks]
    return replace(page, blocks=tuple(structured(kept)), removed=tuple(_cut(known, page.removed)))


def _cut(known: defaultdict[str, deque[Block]], removed: Iterable[Removed]) -> Iterable[Removed]:
    for cut in removed:
        block = _known(known, cut.text)
        yield removal(cut.rule, block, cut.before) if block else cut


def _known(known: defaultdict[str, deque[Block]], text: str) -> Block | None:
    same = known[bare(text)]
    return same.popleft() if same else None
