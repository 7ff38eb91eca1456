"""The themes an article brings with it: sentences at the head of its paragraphs that are built alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.text.sentences import sentences

SENTENCES: dict[str, str] = {"parallel": "与第%(paragraphs)s段同为“%(frame)s”。"}

SHORTEST, LONGEST = 2, 12
_LEAD_LENGTH = 40
_OPENINGS = 3
# Two paragraphs alike may be chance; the third makes it a plan.
_MEMBERS = 3
_CLAUSE_END = "，。！？；：、,!?;:"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a theme is proposed: a code and what fills its sentence. `str()` is Chinese."""

    code: str
    parameters: dict = field(default_factory=dict)

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters


@dataclass(frozen=True, slots=True)
class ThemeProposal:
    """`lead` is the sentence that states the theme, verbatim, in the paragraph of that index; `score` 0 to 1."""

    name: str
    lead: str
    paragraph: int
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Slot:
    """What one lead puts between the frame's two parts."""

    paragraph: int
    lead: str
    text: str


def derive(title: str, paragraphs: Sequence[str]) -> list[ThemeProposal]:
    """The themes stated by leads that share a frame such as 以…促…, in the order of the text."""
    frames: dict[tuple[str, str], list[Slot]] = defaultdict(list)
    for index, paragraph in enumerate(paragraphs):
        for frame, slot in _slots(index, paragraph):
            if all(other.paragraph != index and other.text != slot.text for other in frames[frame]):
                frames[frame].append(slot)
    taken: dict[int, ThemeProposal] = {}
    for (opening, hinge), slots in sorted(frames.items(), key=_worth, reverse=True):
        if len(slots) >= _MEMBERS and not any(slot.paragraph in taken for slot in slots):
            taken.update((slot.paragraph, _proposal(slot, slots, f"{opening}…{hinge}…")) for slot in slots)
    return [taken[index] for index in sorted(taken)]


def _worth(item: tuple[tuple[str, str], list[Slot]]) -> tuple[int, int, int]:
    """More members first; of equal frames the one whose slots say most, then the longer opening."""
    (opening, _), slots = item
    return len(slots), sum(len(slot.text) for slot in slots), len(opening)


def _slots(index: int, paragraph: str) -> Iterator[tuple[tuple[str, str], Slot]]:
    """Every frame of an opening and one hinge character that the paragraph's lead can be read as."""
    lead = _lead(paragraph)
    clause = _clause(lead)
    for length in range(1, min(_OPENINGS, len(clause)) + 1):
        for place in range(length + SHORTEST, min(length + LONGEST + 1, len(clause))):
            yield (clause[:length], clause[place]), Slot(index, lead, clause[length:place])


def _lead(paragraph: str) -> str:
    spans = sentences(paragraph)
    lead = paragraph[slice(*spans[0])] if spans else ""
    return lead if len(lead) <= _LEAD_LENGTH else ""


def _clause(lead: str) -> str:
    end = next((place for place, sign in enumerate(lead) if sign in _CLAUSE_END), len(lead))
    return lead[:end]


def _proposal(slot: Slot, slots: list[Slot], frame: str) -> ThemeProposal:
    others = "、".join(str(other.paragraph + 1) for other in slots if other is not slot)
    score = min(0.95, 0.5 + 0.1 * len(slots))
    return ThemeProposal(
        slot.text, slot.lead, slot.paragraph, score, Reason("parallel", {"paragraphs": others, "frame": frame})
    )
