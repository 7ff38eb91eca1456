"""Blocks as a text version keeps them: JSON beside the text, without what is empty; and back. PURE."""

from dataclasses import asdict, fields
from typing import Any, get_args

from reader.extraction import Block, Removed
from reader.extraction.page import Cell, Span, SpanKind

# What every block and cut of every version has; the rest is kept where there is something of it.
_ALWAYS = frozenset({"before", "kind", "lead", "level", "rule", "text"})
_SPAN_KINDS = get_args(SpanKind)
# No table is wider or taller; what says so was not written here.
_LARGEST = 100_000


def stored(one: Block | Removed) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(one).items() if value or name in _ALWAYS}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()}


def block_of(kept: dict[str, Any]) -> Block:
    return Block(**kept | _marked(kept))


def cut_of(kept: dict[str, Any]) -> Removed:
    return Removed(**kept | _marked(kept))


def _marked(kept: dict[str, Any]) -> dict[str, tuple]:
    """Versions made before blocks had spans and cells say nothing of them."""
    return {
        "spans": tuple(Span(**span) for span in kept.get("spans", ())),
        "cells": tuple(Cell(**cell) for cell in kept.get("cells", ())),
    }


def is_sound(kept: dict[str, Any]) -> bool:
    """Whether what lies beside a text that came from elsewhere can be shown: known names, places inside the text."""
    marker, spans, cells = kept.get("marker", ""), kept.get("spans", []), kept.get("cells", [])
    if not (isinstance(marker, str) and isinstance(spans, list) and isinstance(cells, list)):
        return False
    length = len(kept["text"])
    return all(_is_span(one, length) for one in spans) and all(_is_cell(one, length) for one in cells)


def _is_span(one: Any, length: int) -> bool:
    if not (_has(one, Span) and _is_inside(one, length)):
        return False
    return one.get("kind") in _SPAN_KINDS and isinstance(one.get("target", ""), str)


def _is_cell(one: Any, length: int) -> bool:
    if not (_has(one, Cell) and _is_inside(one, length)):
        return False
    numbers = [one.get("row"), one.get("column"), one.get("rowspan", 1), one.get("colspan", 1)]
    return (
        all(type(said) is int and 0 <= said <= _LARGEST for said in numbers) and type(one.get("header", False)) is bool
    )


def _has(one: Any, made: type[Span] | type[Cell]) -> bool:
    return isinstance(one, dict) and one.keys() <= {field.name for field in fields(made)}


def _is_inside(one: dict[str, Any], length: int) -> bool:
    start, end = one.get("start", 0), one.get("end", 0)
    return type(start) is int and type(end) is int and 0 <= start <= end <= length
