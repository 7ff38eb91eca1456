"""Themes proposed for an article whenever its text is made anew; what readers decided stays decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from annotations.history.recording import Action, Change, record
from annotations.limits import NAME_LENGTH
from annotations.models import ArticleTheme, Derivation
from annotations.themes import deciding, habits, queries
from annotations.themes.rarities import rarities
from reader.articles.preparing import Draft
from reader.models import Article, Project, TextVersion
from reader.text.themes import EDITION, STATING, ThemeProposal, derive

_EVIDENCE = ["name", "lead", "paragraph", "parent", "score", "reason"]


@dataclass(frozen=True)
class Basis:
    """What themes are derived from: the title, each paragraph's text or nothing, the headings' levels, the terms."""

    title: str
    texts: tuple[str, ...]
    levels: tuple[tuple[int, int], ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Derived:
    basis: Basis
    proposals: tuple[ThemeProposal, ...]


def propose(version: TextVersion, derived: Derived | None = None) -> None:
    """Keep the themes derived from the version, as proposals; called inside the transaction that makes it, best with
    what was derived before."""
    texts = [block["text"] for block in version.blocks]
    rows = queries.locked_article_themes(version.article)
    basis = basis_of(version)
    if derived is None or derived.basis != basis:
        derived = derive_from(version.article.project, basis)
    seen = _keep(version, derived.proposals, rows)
    left = [row for row in rows if row.pk not in seen]
    _withdraw(version, [row for row in left if row.status == ArticleTheme.Status.PROPOSED])
    for row in left:
        row.paragraph = next((index for index, text in enumerate(texts) if row.lead and row.lead in text), None)
    ArticleTheme.objects.bulk_update([row for row in left if row.status != ArticleTheme.Status.PROPOSED], ["paragraph"])
    note(version.article)


def note(article: Article) -> None:
    """By which rules the article's themes were derived."""
    Derivation.objects.update_or_create(
        project_id=article.project_id, article_id=article.pk, defaults={"edition": EDITION}
    )


def derived_of(draft: Draft) -> Derived:
    """The themes of a text that is about to become a version."""
    blocks = [(block.kind, block.text, block.level) for block in draft.blocks]
    return derive_from(draft.project, _basis(draft.title, blocks, draft.project))


def basis_of(version: TextVersion) -> Basis:
    blocks = [(block["kind"], block["text"], block["level"]) for block in version.blocks]
    return _basis(version.article.title, blocks, version.article.project)


def derive_from(project: Project, basis: Basis) -> Derived:
    rare = partial(rarities, project.pk)
    return Derived(basis, tuple(derive(basis.title, basis.texts, rare, basis.terms, dict(basis.levels))))


def _basis(title: str, blocks: Sequence[tuple[str, str, int]], project: Project) -> Basis:
    texts = tuple(text if kind in STATING else "" for kind, text, _ in blocks)
    levels = tuple((at, level) for at, (kind, _, level) in enumerate(blocks) if kind == "heading")
    return Basis(title, texts, levels, tuple(project.terms))


def _keep(version: TextVersion, proposals: Sequence[ThemeProposal], rows: list[ArticleTheme]) -> set[int]:
    """New rows for new proposals, new evidence for known ones: by name or, where renamed, by lead. A name that was
    rejected on the same text elsewhere, or that stands here already, is not proposed."""
    by_name = {row.name: row for row in rows}
    by_lead = {row.lead: row for row in rows}
    kept, new = habits.of(version.article), []
    taken: set[str] = set()
    # A reader may have arranged what is there: that keeps its order, and what is new comes behind it.
    first = max((row.position for row in rows), default=-1) + 1
    for position, proposal in enumerate(proposals, first):
        name = kept.name_for(proposal.name)[:NAME_LENGTH]
        row = by_name.get(name) or by_lead.get(proposal.lead)
        if (row.name if row else name) in taken or (row is None and kept.unwanted(name)):
            continue
        if row is None:
            row = by_name[name] = ArticleTheme(project_id=version.project_id, article_id=version.article_id, name=name)
            new.append(row)
            row.position = position
        elif name not in by_name and row.status == ArticleTheme.Status.PROPOSED and str(row.pk) not in kept.touched:
            row.name = name
        taken.add(row.name)
        _fill(row, proposal)
        if row.pk:
            row.save(update_fields=_EVIDENCE)
    ArticleTheme.objects.bulk_create(new)
    _record("derive", version, [deciding.change(row, None) for row in new])
    return {row.pk for row in rows if row.name in taken}


def _fill(row: ArticleTheme, proposal: ThemeProposal) -> None:
    row.lead, row.paragraph = proposal.lead, proposal.paragraph
    row.parent, row.score = proposal.parent, proposal.score
    row.reason = {"code": proposal.reason.code, "parameters": proposal.reason.parameters}


def _withdraw(version: TextVersion, rows: list[ArticleTheme]) -> None:
    """Proposals nobody has decided on, and that the new text no longer supports."""
    changes = [Change("article_theme", str(row.pk), deciding.state_of(row), None) for row in rows]
    ArticleTheme.objects.filter(project=version.project_id, pk__in=[row.pk for row in rows]).delete()
    _record("withdraw", version, changes)


def _record(name: str, version: TextVersion, changes: list[Change]) -> None:
    record(Action(name, version.project_id, version.article_id), changes)
