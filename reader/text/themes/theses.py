"""Themes of a text without headings and ordinals: sentences that open its paragraphs and are built alike."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import count

from reader.text.themes.evidence import LIKELY, Case, weigh
from reader.text.themes.frames import frame
from reader.text.themes.leads import Lead, inner_leads, leads
from reader.text.themes.lexicon import ROLE
from reader.text.themes.naming import names
from reader.text.themes.parallels import Parallels, links, parallels
from reader.text.themes.proposal import Reason, ThemeProposal
from reader.text.themes.setting import Setting, setting

# Leads that drop out take their links with them; it settles after a round or two.
_ROUNDS = 3
# One thesis alone is a remark.
_FEWEST = 2


def theses(title: str, paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> list[ThemeProposal]:
    """The leads that are likely to be theses, in the order of the text."""
    found = leads(paragraphs, skipped)
    where = setting(title, paragraphs, found)
    kept = _kept(found, where)
    if len(kept) < _FEWEST:
        found = sorted([*found, *inner_leads(paragraphs)], key=lambda lead: lead.paragraph)
        kept = _kept(found, where)
    return kept if len(kept) >= _FEWEST else []


def _kept(found: Sequence[Lead], where: Setting) -> list[ThemeProposal]:
    linked, together, scores = links(found), Parallels({}, {}), dict[int, float]()
    for number in range(_ROUNDS):
        together = parallels(linked)
        scores = {place: weigh(_case(place, found, where, together, number > 0)) for place in range(len(found))}
        linked = [link for link in linked if scores[link.first] >= LIKELY and scores[link.second] >= LIKELY]
    return _proposals(found, scores, together)


def _case(place: int, found: Sequence[Lead], where: Setting, together: Parallels, settled: bool) -> Case:
    members = together.members.get(place, ())
    outside = settled and bool(together.members) and not members
    in_a_row = _in_a_row(place, found, members)
    return Case(found[place], where, together.strength.get(place, 0.0), len(members), together.bond(place), outside, in_a_row)


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
