"""What a reader types, read as a query.

    A B      both, in one article          A|B     either              -A      not        ( )   together
    "A B"    these characters              A?B     one between         A*B     0 to 10 between, in one sentence
    A$5B     A, then B, at most 5 between  A#5B    in either order     A+5B    exactly 5  A$[2-5]B
    标题: 来源: 作者: 主题: 编码: 批注: 圈点: 日期:2024-01..2024-06 有批注:是 转载:否

"-" binds before "|", "|" before the blank. The signs of the CCL corpus; full-width ones count as well.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reader.text.folding import fold

X = TypeVar("X")
LONGEST = 200
MOST_TERMS = 20
WIDEST = 50
STAR = 10
# What a field's name may be, and what it asks.
FIELDS = {
    "标题": "title",
    "来源": "source",
    "作者": "author",
    "主题": "theme",
    "编码": "coder",
    "批注": "note",
    "圈点": "quote",
    "日期": "date",
    "有批注": "noted",
    "转载": "repost",
}
_OPERATORS = str.maketrans("｜（）＂“”－　＄＃＋：？＊［］", '|()"""- $#+:?*[]')
_DISTANCE = re.compile(r"([$#+])(?:(\d+)|\[(\d+)-(\d+)\])")
_FIELD = re.compile("(" + "|".join(FIELDS) + "):")


class Refused(Exception):
    """A query that is not answered; `reason` is a key of wording.REFUSED."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Gap:
    """How many characters lie between two pieces; `either`: whichever comes first."""

    least: int
    most: int
    either: bool = False


ANYTHING = Gap(0, STAR)
# What a quotation ends with: others may stand inside it.
CLOSING = {"“": "”"}
# The signs behind which a word is over.
ENDS = ("", " ", "|", ")")


@dataclass(frozen=True)
class Term:
    """Folded pieces, "?" in them for any one character, and the gaps between."""

    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()
    wild: bool = True

    @property
    def runs(self) -> tuple[str, ...]:
        """Characters in a row that a text with this term holds."""
        cut = (piece.split("?") if self.wild else [piece] for piece in self.pieces)
        return tuple(run for runs in cut for run in runs if run)


@dataclass(frozen=True)
class Field:
    """A column or a mark that is asked. `term` is what its text holds, `value` what was typed; a name typed `whole`, in
    quotation marks, is no part of a longer one."""

    name: str
    value: str
    term: Term
    whole: bool = False


@dataclass(frozen=True)
class Not:
    part: "Node"


@dataclass(frozen=True)
class Both:
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Either:
    parts: tuple["Node", ...]


Node = Term | Field | Not | Both | Either


@dataclass(frozen=True)
class Query:
    """`literally`: it could not be read as a query, and asks for its own characters."""

    root: Node
    literally: bool = False


def parse(typed: str) -> Query:
    """The query that was typed. Refused: empty, long, many terms, only "not"."""
    typed = " ".join(typed.split())
    if not typed:
        raise Refused("empty")
    if len(typed) > LONGEST:
        raise Refused("long")
    try:
        query = Query(_Parser(typed).whole())
    except _Broken:
        query = Query(literal(typed), literally=True)
    if len(terms(query.root)) > MOST_TERMS:
        raise Refused("many")
    if not _finds(query.root):
        raise Refused("only_not")
    return query


def literal(text: str) -> Term:
    """These characters, whatever signs are among them."""
    return Term((fold(text),), wild=False)


def terms(node: Node) -> list[Term]:
    """The terms that texts are asked for, those under "not" too."""
    return terms(node.part) if isinstance(node, Not) else _of_parts(node, terms)


def shown(node: Node) -> list[Term]:
    """The terms whose places are what was found."""
    return [] if isinstance(node, Not) else _of_parts(node, shown)


def fields(node: Node) -> list[Field]:
    """What is asked of columns and marks."""
    if isinstance(node, Not):
        return fields(node.part)
    if isinstance(node, Field):
        return [node]
    return [] if isinstance(node, Term) else [one for part in node.parts for one in fields(part)]


def truth(node: Node, leaf: Callable[[Term | Field], Callable[[X], bool]]) -> Callable[[X], bool]:
    """Whether the query is true of something, given how each term and field is asked of it."""
    if isinstance(node, Term | Field):
        return leaf(node)
    if isinstance(node, Not):
        inside = truth(node.part, leaf)
        return lambda one: not inside(one)
    parts = [truth(part, leaf) for part in node.parts]
    every = all if isinstance(node, Both) else any
    return lambda one: every(part(one) for part in parts)


def _of_parts(node: Node, asked: Callable[[Node], list[Term]]) -> list[Term]:
    if isinstance(node, Term):
        return [node]
    return [one for part in getattr(node, "parts", ()) for one in asked(part)]


class _Broken(Exception):
    """What was typed is no query."""


def _finds(node: Node) -> bool:
    """Whether something is asked for, and not only what is not to be there."""
    if isinstance(node, Both):
        return any(map(_finds, node.parts))
    if isinstance(node, Either):
        return all(map(_finds, node.parts))
    return not isinstance(node, Not)


class _Parser:
    def __init__(self, typed: str) -> None:
        self.text, self.signs, self.at = typed, typed.translate(_OPERATORS), 0

    def whole(self) -> Node:
        root = self.both()
        if self.at < len(self.text):
            raise _Broken
        return root

    def both(self) -> Node:
        parts = [self.either()]
        while self.sign() == " " and self.signs[self.at + 1 : self.at + 2] not in ("", ")", "|"):
            self.at += 1
            parts.append(self.either())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def either(self) -> Node:
        parts = [self.factor()]
        while self.taken("|"):
            parts.append(self.factor())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def factor(self) -> Node:
        self.taken(" ")
        if self.taken("-"):
            return Not(self.factor())
        if self.taken("("):
            inside = self.both()
            self.taken(" ")
            if not self.taken(")"):
                raise _Broken
            return inside
        field = _FIELD.match(self.signs, self.at)
        if field:
            self.at = field.end()
            whole = self.sign() == '"'
            value = self.quoted() if whole else self.value()
            return Field(FIELDS[field[1]], value, literal(value), whole)
        return self.term()

    def value(self) -> str:
        start = self.at
        while self.sign() not in ENDS:
            self.at += 1
        if self.at == start:
            raise _Broken
        return self.text[start : self.at]

    def term(self) -> Term:
        if self.sign() == '"':
            return literal(self.quoted())
        # What may be anything at either end adds nothing.
        while self.taken("*"):
            pass
        pieces, gaps = [self.piece()], []
        while gap := self.gap():
            if gap == ANYTHING and self.sign() in ENDS:
                break
            gaps.append(gap)
            pieces.append(self.piece())
        return Term(tuple(pieces), tuple(gaps))

    def quoted(self) -> str:
        opening = self.text[self.at]
        end = self.text.find(CLOSING.get(opening, opening), self.at + 1)
        if end <= self.at + 1:
            raise _Broken
        inside, self.at = self.text[self.at + 1 : end], end + 1
        return inside

    def piece(self) -> str:
        start = self.at
        while self.sign() not in (*ENDS, '"', "*") and not _DISTANCE.match(self.signs, self.at):
            self.at += 1
        piece = fold(self.text[start : self.at]).replace("？", "?")
        if not piece.strip("?"):
            raise _Broken
        return piece

    def gap(self) -> Gap | None:
        if self.taken("*"):
            return ANYTHING
        found = _DISTANCE.match(self.signs, self.at)
        if not found:
            return None
        self.at = found.end()
        sign, single = found[1], found[2]
        most = int(single or found[4])
        least = int(found[3]) if found[3] else most if sign == "+" else 0
        if most > WIDEST or least > most:
            raise _Broken
        return Gap(least, most, sign == "#")

    def sign(self) -> str:
        return self.signs[self.at : self.at + 1]

    def taken(self, sign: str) -> bool:
        here = self.sign() == sign
        self.at += here
        return here
