"""A project's own words: the names and keywords of its themes, which come by themselves, and terms added by hand.

Its texts are cut by them (reader.articles.postings), in the background: `settle` is what the task does first.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction

from annotations import access
from annotations.codebook import settled as codebook_settled
from annotations.history.recording import Change
from annotations.models import Codebook, Theme
from annotations.naming import tidy
from annotations.refusals import Refusal
from annotations.themes import queries
from reader.articles import postings
from reader.models import Membership, Project

SHORTEST, LONGEST, MOST = 2, 20, 500
_BETWEEN = re.compile(r"[,，、;；|\s]+")
# Where these of a row's state change, the project's texts are cut anew by annotations.codebook.tasks.
WORDS = {
    "codebook": ("terms", "withheld"),
    "theme": ("name", "keywords", "archived", "merged_into"),
}


@dataclass(frozen=True)
class Term:
    """A word of the project: the theme it is the name or a keyword of, None where it was added by hand."""

    word: str
    theme: Theme | None = None
    keyword: bool = False


def automatic(themes: Iterable[Theme]) -> dict[str, Term]:
    """What the themes that are in use are called and known by, as far as it can be a word: the first that has it."""
    found: dict[str, Term] = {}
    for theme in themes:
        if theme.archived is None:
            for word in (theme.name, *theme.keywords):
                if SHORTEST <= len(word) <= LONGEST:
                    found.setdefault(word, Term(word, theme, keyword=word != theme.name))
    return found


def terms(project: Project) -> list[Term]:
    """The words in force, those added by hand first: a word is one of them even where a theme has it."""
    settled, own = queries.codebook(project), automatic(queries.themes(project))
    held = {word: term for word, term in own.items() if word not in settled.withheld}
    every = (held | {word: Term(word) for word in settled.terms}).values()
    return sorted(every, key=lambda term: (term.theme is not None, term.word))


def settle(project_id: int) -> None:
    """Let the project's texts be cut by what are its words now."""
    postings.settle(project_id, words(Project(pk=project_id)))


def words(project: Project) -> list[str]:
    """What the project's texts are to be cut by, sorted."""
    return sorted(term.word for term in terms(project))


def words_in(written: str) -> list[str]:
    """The words of a line, each once; Refusal where one cannot be a term."""
    found = [word for part in _BETWEEN.split(written) if (word := tidy(part))]
    for word in found:
        if not SHORTEST <= len(word) <= LONGEST:
            raise Refusal("term_length", {"shortest": SHORTEST, "longest": LONGEST})
    if not found:
        raise Refusal("empty_term")
    return list(dict.fromkeys(found))


def add(kept: Codebook, written: str) -> None:
    kept.terms = sorted({*kept.terms, *words_in(written)})
    if len(kept.terms) > MOST:
        raise Refusal("many_terms", {"limit": MOST})


def change(kept: Codebook, written: str, old: str) -> None:
    remove(kept, old)
    add(kept, written)


def remove(kept: Codebook, word: str) -> None:
    kept.terms = [term for term in kept.terms if term != word]


def withhold(kept: Codebook, word: str) -> None:
    """Let a theme's name or keyword be no word of its own."""
    if word in automatic(queries.themes(kept.project)):
        kept.withheld = sorted({*kept.withheld, word})


def release(kept: Codebook, word: str) -> None:
    kept.withheld = [term for term in kept.withheld if term != word]


ACTS: dict[str, Callable[..., None]] = {
    "add": add,
    "change": change,
    "release": release,
    "remove": remove,
    "withhold": withhold,
}


@transaction.atomic
def edit(membership: Membership, act: str, word: str, *old: str) -> None:
    """Do one of ACTS to the list, as a step that can be taken back."""
    access.require_edit(membership)
    kept = queries.locked_codebook(membership.project)
    before = codebook_settled.codebook_state(kept)
    ACTS[act](kept, word, *old)
    codebook_settled.keep_codebook(membership, "edit_terms", kept, before)


def changes_words(change: Change) -> bool:
    """Whether the project's words may be others after the change."""
    before, after = change.before or {}, change.after or {}
    return any(before.get(name) != after.get(name) for name in WORDS.get(change.subject, ()))
