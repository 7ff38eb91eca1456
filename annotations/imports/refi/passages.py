"""Selections of a REFI-QDA project as passages: whose they are, what is said of them, and under which codes."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from lxml.etree import _Element

from annotations.imports.document import Passage, Path, Source
from annotations.imports.loading import moment, uuid_of
from annotations.imports.refi.names import Names, Person
from annotations.limits import CONTEXT


@dataclass(frozen=True, slots=True)
class Words:
    """What is marked: [start, end) of the source's text, or words whose place is not known."""

    source: Source
    start: int
    exact: str

    @property
    def context(self) -> tuple[str, str]:
        if self.start < 0:
            return "", ""
        text, end = self.source.text, self.start + len(self.exact)
        return text[max(0, self.start - CONTEXT) : self.start], text[end : end + CONTEXT]


def passages(selection: _Element, words: Words, names: Names, also: str = "") -> list[Passage]:
    """The selection as one passage; as one for each coder where several have coded it. `also` is a note on it."""
    ledger = names.ledger
    maker, coded, coding_notes = names.person(selection), _by_coder(selection, names), _coding_notes(selection, names)
    _check_modifier(selection, names)
    notes = [also, ledger.text(selection), *names.texts_on(selection), *coding_notes]
    note = "\n\n".join(dict.fromkeys(one for one in notes if one.strip()))
    created = moment(ledger.get(selection, "creationDateTime").replace("Z", "+00:00")) or _coded_at(selection, names)
    prefix, suffix = words.context
    first = Passage(
        source=words.source,
        exact=words.exact,
        prefix=prefix,
        suffix=suffix,
        start=words.start,
        note=note,
        created=created,
        updated=moment(ledger.get(selection, "modifiedDateTime").replace("Z", "+00:00")),
        id=uuid_of(ledger.guid(selection)),
    )
    return _signed(first, maker, coded, selection, names)


def _signed(
    passage: Passage, maker: Person, coded: dict[Person, list[Path]], selection: _Element, names: Names
) -> list[Passage]:
    """Who made the selection has it; a single coder's codes stay with it, and the report says whose they were."""
    coders = [person for person in coded if person != Person()]
    if len(coders) == 1 and maker != Person() and coders[0] != maker:
        names.ledger.report(passage.exact, "another_coder", maker=maker.name, coder=coders[0].name)
    if len(coders) < 2:
        owner = maker if maker != Person() else next(iter(coders), Person())
        return [_of(passage, owner, [path for paths in coded.values() for path in paths])]
    coded.setdefault(maker if maker != Person() else coders[0], []).extend(coded.pop(Person(), []))
    return [_of(passage, person, paths, number) for number, (person, paths) in enumerate(coded.items())]


def _of(passage: Passage, person: Person, paths: list[Path], number: int = 0) -> Passage:
    """The passage as this person's; from the second one on under an identifier of its own, and without the note."""
    given = replace(passage, author=person.name, account=person.account, themes=tuple(dict.fromkeys(paths)))
    if not number:
        return given
    id = str(uuid5(UUID(passage.id), f"{person.name} {person.account}")) if passage.id else ""
    return replace(given, id=id, note="")


def _by_coder(selection: _Element, names: Names) -> dict[Person, list[Path]]:
    found: dict[Person, list[Path]] = defaultdict(list)
    for coding in names.ledger.children(selection, "Coding"):
        names.ledger.open(coding, "guid")
        person, path = names.person(coding), names.path(coding)
        found[person] += [path] if path else []
    return found


def _coding_notes(selection: _Element, names: Names) -> list[str]:
    return [text for coding in names.ledger.children(selection, "Coding") for text in names.texts_on(coding)]


def _coded_at(selection: _Element, names: Names) -> datetime | None:
    times = [names.ledger.get(one, "creationDateTime") for one in names.ledger.children(selection, "Coding")]
    return next(filter(None, (moment(time.replace("Z", "+00:00")) for time in times)), None)


def _check_modifier(selection: _Element, names: Names) -> None:
    """Who changed a mark last is not kept; nothing is lost where it was its maker. So for a coding's time."""
    if selection.get("modifyingUser") == selection.get("creatingUser"):
        names.ledger.open(selection, "modifyingUser")
    for coding in names.ledger.children(selection, "Coding"):
        if coding.get("creationDateTime") == selection.get("creationDateTime"):
            names.ledger.open(coding, "creationDateTime")
