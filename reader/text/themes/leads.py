"""The sentences that may state a theme: those that open a paragraph, and short lines that stand alone."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from reader.text.sentences import sentences
from reader.text.themes.lexicon import DOCUMENT_SAYS, LABEL, LINK, QUOTED_OPENING, ROLE
from reader.text.themes.marks import FOLLOWS, mark_of, without_mark
from reader.text.themes.proposal import SHORTEST

Kind = Literal["opening", "heading", "inner"]

ENDS = "。！？；!?;…，,：: 　"
# A lead ends within so many characters.
_OPENING = 200
# A sentence with nothing after it is a line of a list.
_DEVELOPED = 1
# Of a longer sentence only the clauses that state something are the lead.
_LONG_SENTENCE = 48
_QUOTES = re.compile("[“”‘’\"'《》\\s]")
# A lead has words to name a theme by, and is no telephone number or sum.
_NAMED = re.compile(rf"^(?!.*\d{{5}}).{{{SHORTEST}}}")
_CLAUSE = re.compile(r"[^，,；;：:]+[，,；;：:]?")
_UNSAID = re.compile(
    r"^(?:如果说|古人云|俗话说|常言道|有人说|正所谓|[“\"‘][^”\"’]{7,}[”\"’]|.{0,12}[“\"].*[”\"]$)|[?？]$"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """`text` is verbatim; `core` is what it says without ordinal, connective, quoted opening and end mark; `rest` is
    the number of characters of the paragraph that follow it, `sentence` the length of the sentence it is taken from."""

    paragraph: int
    text: str
    core: str
    mark: str
    kind: Kind
    rest: int
    sentence: int


def leads(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> list[Lead]:
    """The opening sentence of each paragraph that has one, in the order of the text. What is numbered is left out: it
    belongs to a series, which is taken whole or not at all."""
    places = (index for index in range(len(paragraphs)) if index not in skipped and not _counted(paragraphs[index]))
    found = (_opening(index, paragraphs[index]) for index in places)
    return [lead for lead in found if lead and _NAMED.search(_QUOTES.sub("", lead.core))]


def _counted(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.number != FOLLOWS and mark.style.name != "word"


def heading_lead(index: int, text: str) -> Lead:
    """A line that is a lead as a whole."""
    return _lead(index, text.strip(), "heading", 0)


def numbered_lead(index: int, paragraph: str) -> Lead:
    """The sentence that a numbered paragraph opens with, whatever follows it."""
    start, end = (sentences(paragraph[:_OPENING]) or [(0, len(paragraph))])[0]
    return _lead(index, _statement(paragraph[start:end]), "opening", len(paragraph) - end, end - start)


def clause_lead(index: int, text: str, rest: int) -> Lead:
    """A sentence inside a paragraph that is known to be one of a series."""
    return _lead(index, _statement(text), "inner", rest)


def inner_leads(paragraphs: Sequence[str], skipped: AbstractSet[int] = frozenset()) -> Iterator[Lead]:
    """Inside paragraphs, the sentences and first clauses that call something the key to the matter."""
    for index, text in enumerate(paragraphs):
        for start, end in sentences(text)[1:] if ROLE.search(text) and index not in skipped else ():
            sentence = text[start:end]
            for said in (sentence.split("，")[0], sentence):
                role = ROLE.search(said)
                if role and role.end() >= len(said.rstrip(ENDS)) and len(said) <= _LONG_SENTENCE:
                    yield _lead(index, said, "inner", len(text) - start - len(said))
                    break


def _opening(index: int, paragraph: str) -> Lead | None:
    for start, end in sentences(paragraph[:_OPENING])[:2]:
        sentence = paragraph[start:end]
        if not _UNSAID.search(_said(sentence)) or ROLE.search(_said(sentence)):
            if len(paragraph) - end < _DEVELOPED:
                return None
            text = _statement(sentence.lstrip("，,；; "))
            return _lead(index, text, "opening", len(paragraph) - end, end - start)
    return None


def _said(sentence: str) -> str:
    return QUOTED_OPENING.sub("", sentence)


def _statement(sentence: str) -> str:
    """A long sentence's first clauses: up to the first that brings it to a dozen characters."""
    if len(sentence) <= _LONG_SENTENCE:
        return sentence
    taken = ""
    for clause in _CLAUSE.findall(sentence):
        taken += clause
        if len(without_mark(taken)) > 10:
            return taken.rstrip(ENDS)
    return taken


def _lead(index: int, text: str, kind: Kind, rest: int, sentence: int = 0) -> Lead:
    mark = mark_of(text)
    said = DOCUMENT_SAYS.sub("", LINK.sub("", without_mark(text)))
    said = LABEL.sub("", said) or said
    core = QUOTED_OPENING.sub("", said).rstrip(ENDS)
    return Lead(index, text, core, mark.text.strip(ENDS + "、.．") if mark else "", kind, rest, sentence or len(text))
