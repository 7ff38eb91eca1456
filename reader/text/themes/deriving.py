"""From a text to its themes: the order of the steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reader.text.themes.apparatus import apparatus
from reader.text.themes.choosing import top_parts
from reader.text.themes.inner_theses import inner_theses
from reader.text.themes.keywords import Rarities, keywords
from reader.text.themes.leads import Lead, leads
from reader.text.themes.listed import NAMES, Listed, listed
from reader.text.themes.measures import measures
from reader.text.themes.naming import names
from reader.text.themes.outline import Part, outline
from reader.text.themes.phrases import fit, phrase
from reader.text.themes.proposal import Reason, ThemeProposal
from reader.text.themes.runs import longest, runs
from reader.text.themes.theses import theses

# Counted on whenever the rules change so far that what is kept of older texts should be derived anew.
EDITION = 4
# How sure a theme is by the kind of its series; one of the second level is as sure as its place. About half of the
# demands inside paragraphs are theses: they are offered, not shown by themselves.
_SURE = {"headings": 0.95, "ordinals": 0.9, "run": 0.75, "listed": 0.75, "measures": 0.6, "inner": 0.48}
_SECOND = 0.6


def derive(
    title: str,
    paragraphs: Sequence[str],
    rarities: Rarities | None = None,
    terms: Iterable[str] = (),
    levels: Mapping[int, int] | None = None,
) -> list[ThemeProposal]:
    """The themes that leads state, in the order of the text, those of the second level with their parent; where no
    lead states any, demands inside paragraphs and characteristic terms, below LIKELY. `rarities` tells how rare terms
    are among the project's articles; without it they are as rare as in general. `terms` are the project's own words:
    characteristic terms are never parts of them. `levels` are the levels of the paragraphs that are known to be
    headings; without it the lines must tell."""
    skipped = apparatus(paragraphs)
    parts = top_parts(outline(title, paragraphs, skipped, levels))
    found = _structured(title, paragraphs, skipped, parts) if parts else _unmarked(title, paragraphs, skipped)
    return found or [*_inner(paragraphs, skipped), *keywords(title, paragraphs, rarities, terms)]


def _inner(paragraphs: Sequence[str], skipped: AbstractSet[int]) -> list[ThemeProposal]:
    row = inner_theses(paragraphs, skipped)
    return _proposals(row, Reason("inner", {"count": len(row)})) if row else []


def _structured(
    title: str, paragraphs: Sequence[str], skipped: AbstractSet[int], parts: Sequence[Part]
) -> list[ThemeProposal]:
    found = []
    for part, proposal in zip(parts, _of_parts(parts), strict=True):
        found += [proposal, *_below(title, paragraphs, skipped, part)]
    return found


def _of_parts(parts: Sequence[Part]) -> list[ThemeProposal]:
    """Headings, or points that are numbered."""
    found = [part.entry.lead for part in parts if part.entry]
    if found[0].kind == "heading":
        return _proposals(found, Reason("headings", {"count": len(found)}))
    return _proposals(found, Reason("ordinals", {"first": found[0].mark, "last": found[-1].mark, "count": len(found)}))


def _below(title: str, paragraphs: Sequence[str], skipped: AbstractSet[int], part: Part) -> Iterator[ThemeProposal]:
    """The themes of the second level, in the paragraphs a part governs."""
    first = part.start + 1
    if parts := top_parts(part):
        found = _of_parts(parts)
    else:
        inside = frozenset(place - first for place in skipped)
        found = [_moved(theme, first) for theme in _stated(title, paragraphs[first : part.end], inside, whole=False)]
    for theme in found:
        yield replace(theme, parent=part.start, score=_SECOND)


def _moved(theme: ThemeProposal, by: int) -> ThemeProposal:
    return replace(theme, paragraph=theme.paragraph + by, reason=theme.reason.moved(by))


def _unmarked(title: str, paragraphs: Sequence[str], skipped: AbstractSet[int]) -> list[ThemeProposal]:
    found, points = _stated(title, paragraphs, skipped), listed(paragraphs, skipped)
    if points and len(points.leads) > len(found):
        return _of_list(points)
    if found:
        return found
    row = measures(paragraphs, skipped)
    return _proposals(row, Reason("measures", {"count": len(row)})) if row else []


def _of_list(points: Listed) -> list[ThemeProposal]:
    """Points under the names that their list gives them, where these say enough."""
    found = _proposals(points.leads, Reason("listed", {"paragraphs": str(points.announced + 1)}))
    if any(len(name) < NAMES for name in points.names):
        return found
    return [replace(theme, name=fit(phrase(name), name)) for theme, name in zip(found, points.names, strict=True)]


def _stated(
    title: str, paragraphs: Sequence[str], skipped: AbstractSet[int], whole: bool = True
) -> list[ThemeProposal]:
    """Sentences built alike; or short ones that open paragraph after paragraph."""
    found = theses(title, paragraphs, skipped, whole)
    run = longest(runs(leads(paragraphs, skipped), skipped))
    if not run or any(theme.reason.code == "parallel" for theme in found):
        return found
    return _proposals(run, Reason("run", {"count": len(run)}))


def _proposals(found: Sequence[Lead], reason: Reason) -> list[ThemeProposal]:
    said = names([lead.core for lead in found])
    return [
        ThemeProposal(name, lead.text, lead.paragraph, _SURE[reason.code], reason)
        for lead, name in zip(found, said, strict=True)
    ]
