"""What a text version needs that takes time: computed before the transaction that makes it, which then only writes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reader.articles import postings, reposts
from reader.articles.postings import Indexed
from reader.articles.reposts import Likeness
from reader.extraction import Block
from reader.models import Article, Project, TextVersion
from reader.signals import text_version_preparing
from reader.text.segmentation import boundaries


@dataclass(frozen=True)
class Draft:
    """A text that is about to become a version: the article's next, or a new article's first."""

    project: Project
    title: str
    blocks: tuple[Block, ...]
    article: Article | None = None

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @property
    def previous(self) -> TextVersion | None:
        return self.article.version if self.article else None


@dataclass(frozen=True)
class Prepared:
    """What was computed, and from which blocks and terms; `received` is what those who listen computed."""

    text: str
    blocks: tuple[Block, ...]
    terms: tuple[str, ...]
    words: str
    indexed: Indexed
    likeness: Likeness
    received: tuple[Any, ...]


def prepare(draft: Draft) -> Prepared:
    terms = tuple(draft.project.terms)
    words = boundaries(draft.text, terms)
    return Prepared(
        draft.text,
        draft.blocks,
        terms,
        words,
        postings.indexed(draft.text, words, terms, [(block.kind, block.text) for block in draft.blocks]),
        reposts.compared(draft.project, draft.text, draft.article),
        tuple(answer for _, answer in text_version_preparing.send(Draft, draft=draft)),
    )


def fits(prepared: Prepared | None, draft: Draft) -> Prepared:
    """What was prepared, where the text and the project's terms are still what it was prepared from; else prepared
    anew."""
    if prepared and (prepared.blocks, prepared.terms) == (draft.blocks, tuple(draft.project.terms)):
        return prepared
    return prepare(draft)
