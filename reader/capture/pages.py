"""The pages of an article: brought in together, added later, put in order. Each change makes a new version."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.models import User

from reader.articles import queries, versions
from reader.articles.rows import edited, rows_of
from reader.articles.versions import Absent, Change
from reader.capture import gathering, importing
from reader.capture.importing import Imported
from reader.cleaning import captures as cleaning_captures
from reader.cleaning import metadata
from reader.cleaning.captures import Capture, sha256_of
from reader.cleaning.correcting import CleaningRefused, Reason, Seen, cleaned_anew, locked, make
from reader.extraction.joining import repeats
from reader.models import Article, Project, Snapshot


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
    with locked(seen) as article:
        held = versions.extent(article.current).positions
        more = [_kept(article, capture).position for capture in captures]
        if set(more) <= set(held):
            raise CleaningRefused("page_there")
        _rejoin(article, user, [*held, *(position for position in more if position not in held)], absent, sort=True)


def arrange(seen: Seen, user: User, positions: Sequence[int]) -> None:
    """Join these of the article's pages, in this order."""
    with locked(seen) as article:
        there = {page.position for page in queries.snapshots(article)}
        wanted = [position for position in dict.fromkeys(positions) if position in there]
        if not wanted:
            raise CleaningRefused("no_page_left")
        _rejoin(article, user, wanted)


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


def _kept(article: Article, capture: Capture) -> Snapshot:
    """The capture as a page of the article; the one that has its bytes, where there is one."""
    pages = list(queries.snapshots(article))
    same = next((page for page in pages if page.sha256 == sha256_of(capture.data)), None)
    if same is None and len(pages) >= gathering.MOST_PAGES:
        raise CleaningRefused("many_pages", {"pages": gathering.MOST_PAGES})
    return same or importing.keep_bytes(article, capture, max(page.position for page in pages) + 1)


def _rejoin(
    article: Article, user: User, positions: list[int], absent: Sequence[Absent] = (), *, sort: bool = False
) -> None:
    before = len(versions.extent(article.current).pages)
    anew = cleaned_anew(article, positions, absent, sort=sort)
    if len(positions) > before and any(repeats(anew.pages[:at], page) for at, page in enumerate(anew.pages) if at):
        raise CleaningRefused("page_repeats")
    metadata.refresh(article, anew.page)
    edits = versions.edits(article.current)
    rows = edited(rows_of(anew.page.blocks, anew.page.removed), edits)
    make(article, rows, user, Change(Reason.PAGES, "", edits, extent=anew.extent))
