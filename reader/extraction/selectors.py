"""The part of CSS that site rules need, compiled once and answered from the survey's index instead of by search.

`tag#id.class[itemprop=x]`, with steps of descent by white space; `.name*` is any class that begins so (hashed names).
"""

import re
from dataclasses import dataclass
from functools import cache

from lxml.etree import _Element

_PART = re.compile(r"(?P<token>[#.][\w-]+(?P<star>\*?)|\[itemprop=\w+\])|(?P<tag>[a-z][a-z0-9]*)")


@dataclass(frozen=True, slots=True)
class Compound:
    """One step: a tag or "", tokens as the index has them, and the beginning of a class or ""."""

    tag: str
    tokens: tuple[str, ...]
    prefix: str

    def matches(self, node: _Element) -> bool:
        if self.tag and node.tag != self.tag:
            return False
        classes = (node.get("class") or "").split()
        if self.prefix and not any(one.startswith(self.prefix[1:]) for one in classes):
            return False
        return all(_has(node, token, classes) for token in self.tokens)


def _has(node: _Element, token: str, classes: list[str]) -> bool:
    if token[0] == "#":
        return node.get("id") == token[1:]
    if token[0] == ".":
        return token[1:] in classes
    return node.get("itemprop") == token[10:-1]


@cache
def compiled(selectors: str) -> tuple[tuple[Compound, ...], ...]:
    """Each selector of the comma-separated list as its steps, outermost first."""
    parts = [part.strip() for part in selectors.split(",")]
    return tuple(tuple(map(_compound, part.split())) for part in parts if part)


def _compound(step: str) -> Compound:
    tag, prefix, tokens, at = "", "", [], 0
    while at < len(step):
        match = _PART.match(step, at)
        if match is None:
            raise ValueError(f"not a selector: {step}")
        at = match.end()
        if match["tag"]:
            tag = match["tag"]
        elif match["star"]:
            prefix = match["token"][:-1]
        else:
            tokens.append(match["token"])
    return Compound(tag, tuple(tokens), prefix)
