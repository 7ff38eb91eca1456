"""The pages of an article: brought in together, added later, put in order. Each change makes a new version."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from django.contrib.auth.models import User

from reader.articles import queries, versions
from reader.articles.rows import edited, rows_of
from reader.articles.versions import Absent, Change
from reader.capture import gathering, importing
from reader.capture.importing import Imported
from reader.cleaning import captures as cleaning_captures
from reader.cleaning import metadata
from reader.cleaning.captures import Capture, Cleaned, sha256_of
from reader.cleaning.correcting import CleaningRefused, Reason, Seen, check, cleaned_anew, current, locked, make
from reader.extraction.joining import repeats
from reader.models import Article, Project


def bring_in(project: Project, user: User, captures: Sequence[Capture], absent: Sequence[Absent] = ()) -> Imported:
    """The pages as one article. Where the first is here already, those that its article lacks are added to it."""
    captures = list({sha256_of(capture.data): capture for capture in captures}.values())
    imported = importing.import_pages(project, user, captures, absent)
    article = imported.article
    strange = _strange(article, captures) if not imported.created and len(captures) > 1 else []
    if strange:
        add(Seen(project, article.pk, article.current.number), user, strange, absent)
    return replace(imported, extended=bool(strange))


def add(seen: Seen, user: User, captures: Sequence[Capture], absent: Sequence[Absent] = ()) -> None:
    """Join further pages to the article, in the order their addresses tell, else at the end. CleaningRefused where
    they say nothing new, ExtractionError where one holds no text or is too large."""
    cleaning_captures.check_sizes(captures)
    article = current(seen)
    held = versions.extent(article.current).positions
    placed = _placed(article, captures)
    more = [position for position in placed if position not in held]
    if not more:
        raise CleaningRefused("page_there")
    there = {page.position for page in queries.snapshots(article)}
    fresh = {position: capture for position, capture in placed.items() if position not in there}
    anew = cleaned_anew(article, [*held, *more], absent, sort=True, fresh=fresh)
    if any(repeats(anew.pages[:at], page) for at, page in enumerate(anew.pages) if at):
        raise CleaningRefused("page_repeats")
    _rejoin(seen, article, user, anew, fresh)


def arrange(seen: Seen, user: User, positions: Sequence[int]) -> None:
    """Join these of the article's pages, in this order."""
    article = current(seen)
    there = {page.position for page in queries.snapshots(article)}
    wanted = [position for position in dict.fromkeys(positions) if position in there]
    if not wanted:
        raise CleaningRefused("no_page_left")
    anew = cleaned_anew(article, wanted)
    more = len(wanted) > len(versions.extent(article.current).pages)
    if more and any(repeats(anew.pages[:at], page) for at, page in enumerate(anew.pages) if at):
        raise CleaningRefused("page_repeats")
    _rejoin(seen, article, user, anew)


def fetch_absent(seen: Seen, user: User) -> Sequence[Absent]:
    """Fetch the pages that the article lacks; those that could not be had come back."""
    article = queries.article(seen.project, seen.article)
    extent = versions.extent(article.current)
    known = list(
        zip(cleaning_captures.captures_in(article, extent.positions), cleaned_anew(article).pages, strict=True)
    )
    found = gathering.gather_more(known, [one.url for one in extent.lacking])
    if found.captures:
        add(seen, user, found.captures, found.absent)
    return [one for one in found.absent if one.lacking]


def _strange(article: Article, captures: Sequence[Capture]) -> list[Capture]:
    held = {page.sha256 for page in queries.snapshots(article)}
    return [capture for capture in captures if sha256_of(capture.data) not in held]


def _placed(article: Article, captures: Sequence[Capture]) -> dict[int, Capture]:
    """The captures by their positions among the pages: that of the page with the same bytes, else the next."""
    known = {page.sha256: page.position for page in queries.snapshots(article)}
    following = max(known.values()) + 1
    placed: dict[int, Capture] = {}
    for capture in captures:
        position = known.setdefault(sha256_of(capture.data), following)
        if position == following:
            if len(known) > gathering.MOST_PAGES:
                raise CleaningRefused("many_pages", {"pages": gathering.MOST_PAGES})
            following += 1
        placed[position] = capture
    return placed


def _rejoin(
    seen: Seen, article: Article, user: User, anew: Cleaned, fresh: Mapping[int, Capture] = MappingProxyType({})
) -> None:
    """The article of these pages, computed from what was seen, then written, with the pages that are fresh."""
    edits = versions.edits(article.current)
    rows = edited(rows_of(anew.page.blocks, anew.page.removed), edits)
    change = Change(Reason.PAGES, "", edits, extent=anew.extent)
    check(article, rows, change)
    prepared = versions.prepare_rows(article, rows)
    with locked(seen) as article:
        for position, capture in fresh.items():
            importing.keep_bytes(article, capture, position)
        metadata.refresh(article, anew.page)
        make(article, rows, user, change, prepared)
