"""Themes of a text without headings and ordinals: sentences that open its paragraphs and are built alike."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import count

from reader.text.themes.demands import looks_ahead
from reader.text.themes.evidence import LIKELY, Case, weigh
from reader.text.themes.frames import frame
from reader.text.themes.leads import Lead, inner_leads, leads
from reader.text.themes.lexicon import DOCUMENT_SAYS, LONG_VERB, MODAL, ROLE
from reader.text.themes.marks import without_mark
from reader.text.themes.naming import names
from reader.text.themes.parallels import Parallels, links, parallels
from reader.text.themes.proposal import Reason, ThemeProposal
from reader.text.themes.runs import beside
from reader.text.themes.setting import Setting, setting

# Leads that drop out take their links with them; it settles after a round or two.
_ROUNDS = 3
# 尊重工匠是基础 asks for what it names; 是…的重要基础 tells.
_CONDITION = re.compile("(?:是|在于)[^，]{0,16}(?<!重要)(?:前提|基础|关键|保障|根本|核心)[。；]?$")
_ABLE = re.compile("(?:更能|才能|方能|有利于|有助于|离不开|不可|决定着|关乎|得益于)")
# One thesis alone is a remark.
_FEWEST = 2


def theses(
    title: str, paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset(), whole: bool = True
) -> list[ThemeProposal]:
    """The leads that are likely to be theses, in the order of the text. A part of a text, which is not `whole`, has
    neither an introduction nor a summary."""
    found = leads(paragraphs, skipped)
    where = setting(title, paragraphs, found)
    if not whole:
        where = replace(where, first=-1, last=len(paragraphs))
    kept = _kept(found, where)
    if len(kept) < _FEWEST:
        found = sorted([*found, *inner_leads(paragraphs, skipped)], key=lambda lead: lead.paragraph)
        kept = _kept(found, where)
    framed = [proposal for proposal in kept if proposal.reason.code == "parallel"]
    return _completed(framed, found, where) if framed else _unframed(kept)


def _completed(framed: list[ThemeProposal], found: Sequence[Lead], where: Setting) -> list[ThemeProposal]:
    """The group with what stands beside it and is of its kind, though it is built otherwise."""
    texts = {(proposal.paragraph, proposal.lead) for proposal in framed}
    members = [lead for lead in found if (lead.paragraph, lead.text) in texts]
    more = [_joined(lead, members) for lead in beside(found, members, (where.first, where.last))]
    return sorted([*framed, *more], key=lambda proposal: proposal.paragraph)


def _joined(lead: Lead, members: Sequence[Lead]) -> ThemeProposal:
    name = names([*(member.core for member in members), lead.core])[-1]
    return ThemeProposal(name, lead.text, lead.paragraph, LIKELY, Reason("run", {"count": len(members) + 1}))


def _unframed(kept: Sequence[ThemeProposal]) -> list[ThemeProposal]:
    """Theses without a frame only where paragraph after paragraph opens with one: two that ask, or three."""
    rows: list[list[ThemeProposal]] = [[]]
    for proposal in kept:
        if rows[-1] and proposal.paragraph - rows[-1][-1].paragraph > 1:
            rows.append([])
        if _states(proposal.lead):
            rows[-1].append(proposal)
    row = max(rows, key=len)
    return row if len(row) > _FEWEST or (len(row) == _FEWEST and all(map(_asks, row))) else []


def _asks(proposal: ThemeProposal) -> bool:
    said = DOCUMENT_SAYS.sub("", without_mark(proposal.lead))
    return bool(LONG_VERB.match(said) or MODAL.search(said[:20]) or _CONDITION.search(said))


def _states(lead: str) -> bool:
    """A thesis without a partner asks for something, gives it a place or tells what comes of it."""
    said = DOCUMENT_SAYS.sub("", without_mark(lead))
    return bool(MODAL.search(said) or LONG_VERB.match(said) or ROLE.search(said) or _ABLE.search(said))


def _kept(found: Sequence[Lead], where: Setting) -> list[ThemeProposal]:
    linked, together, scores = links(found), Parallels({}, {}), dict[int, float]()
    for number in range(_ROUNDS):
        together = parallels(linked)
        scores = {place: weigh(_case(place, found, where, together, number > 0)) for place in range(len(found))}
        linked = [link for link in linked if scores[link.first] >= LIKELY and scores[link.second] >= LIKELY]
    for place in _other_groups(found, scores, together):
        scores[place] = 0.0
    return _proposals(found, scores, together)


def _other_groups(found: Sequence[Lead], scores: Mapping[int, float], together: Parallels) -> set[int]:
    """The members of all groups but one: what looks ahead before what looks back, then the larger."""
    groups = {tuple(member for member in group if scores[member] >= LIKELY) for group in together.members.values()}
    ranked = sorted((group for group in groups if len(group) > 1), key=lambda group: _claim(found, group), reverse=True)
    return {member for group in ranked[1:] for member in group}


def _claim(found: Sequence[Lead], group: Sequence[int]) -> tuple[bool, int, int]:
    return looks_ahead([found[member] for member in group]) >= 0, len(group), -group[0]


def _case(place: int, found: Sequence[Lead], where: Setting, together: Parallels, settled: bool) -> Case:
    members = together.members.get(place, ())
    outside = settled and bool(together.members) and not members
    in_a_row = _in_a_row(place, found, members)
    return Case(
        found[place], where, together.strength.get(place, 0.0), len(members), together.bond(place), outside, in_a_row
    )


def _in_a_row(place: int, found: Sequence[Lead], members: Sequence[int]) -> int:
    """How many of the group open paragraphs that follow each other, around this one."""
    paragraphs, here = {found[member].paragraph for member in members}, found[place].paragraph
    after = next(step for step in count(1) if here + step not in paragraphs)
    before = next(step for step in count(1) if here - step not in paragraphs)
    return after + before - 1


def _proposals(found: Sequence[Lead], scores: dict[int, float], together: Parallels) -> list[ThemeProposal]:
    proposals: dict[int, ThemeProposal] = {}
    for place, score in scores.items():
        if score >= LIKELY and place not in proposals:
            members = [other for other in together.members.get(place, (place,)) if scores[other] >= LIKELY]
            alike = [found[member] for member in members]
            shared = frame([lead.core for lead in alike])
            for member, name in zip(members, names([lead.core for lead in alike]), strict=True):
                lead = found[member]
                reason = _reason(lead, alike, shared)
                proposals[member] = ThemeProposal(name, lead.text, lead.paragraph, scores[member], reason)
    return [proposal for _, proposal in sorted(proposals.items())]


def _reason(lead: Lead, alike: Sequence[Lead], shared: str) -> Reason:
    others = [str(other.paragraph + 1) for other in alike if other is not lead]
    if others:
        return Reason("parallel", {"paragraphs": "、".join(others), "frame": shared})
    if role := ROLE.search(lead.core):
        return Reason("role", {"role": role["role"]})
    if lead.mark:
        return Reason("ordinal", {"mark": lead.mark})
    return Reason("heading" if lead.kind == "heading" else "thesis")
