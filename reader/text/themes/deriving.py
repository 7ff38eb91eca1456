"""From a text to its themes: the order of the steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reader.text.themes.apparatus import apparatus
from reader.text.themes.choosing import top_parts
from reader.text.themes.keywords import Rarities, keywords
from reader.text.themes.leads import Lead, leads
from reader.text.themes.measures import measures
from reader.text.themes.naming import names
from reader.text.themes.outline import Part, outline
from reader.text.themes.proposal import Reason, ThemeProposal
from reader.text.themes.runs import longest, runs
from reader.text.themes.theses import theses

# How sure a series is by its kind.
_SURE = {"heading": 0.95, "ordinal": 0.9, "run": 0.75, "measure": 0.6}


def derive(
    title: str,
    paragraphs: Sequence[str],
    rarities: Rarities | None = None,
    terms: Iterable[str] = (),
    levels: Mapping[int, int] | None = None,
) -> list[ThemeProposal]:
    """The themes that leads state, in the order of the text; where none does, characteristic terms, below LIKELY.
    `rarities` tells how rare terms are among the project's articles; without it they are as rare as in general.
    `terms` are the project's own words: characteristic terms are never parts of them. `levels` are the levels of the
    paragraphs that are known to be headings; without it the lines must tell."""
    skipped = apparatus(paragraphs)
    parts = top_parts(outline(title, paragraphs, skipped, levels))
    found = _of_parts(parts) if parts else _unmarked(title, paragraphs, skipped)
    return found or keywords(title, paragraphs, rarities, terms)


def _of_parts(parts: Sequence[Part]) -> list[ThemeProposal]:
    found = [part.entry.lead for part in parts if part.entry]
    if found[0].kind == "heading":
        return _proposals(found, _SURE["heading"], Reason("headings", {"count": len(found)}))
    marks = {"first": found[0].mark, "last": found[-1].mark, "count": len(found)}
    return _proposals(found, _SURE["ordinal"], Reason("ordinals", marks))


def _unmarked(title: str, paragraphs: Sequence[str], skipped: AbstractSet[int]) -> list[ThemeProposal]:
    stated = theses(title, paragraphs, skipped)
    run = longest(runs(leads(paragraphs, skipped), skipped))
    if len(run) > len(stated) and not any(theme.reason.code == "parallel" for theme in stated):
        return _proposals(run, _SURE["run"], Reason("run", {"count": len(run)}))
    if stated:
        return stated
    row = measures(paragraphs, skipped)
    return _proposals(row, _SURE["measure"], Reason("measures", {"count": len(row)})) if row else []


def _proposals(found: Sequence[Lead], score: float, reason: Reason) -> list[ThemeProposal]:
    said = names([lead.core for lead in found])
    return [
        ThemeProposal(name, lead.text, lead.paragraph, score, reason) for lead, name in zip(found, said, strict=True)
    ]
