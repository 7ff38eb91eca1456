"""What cleaning kept and what it took, in the order of the page."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext

from reader.extraction import RULES


def rule_label(rule: str) -> str:
    """The rule's name in the reader's language."""
    return gettext(RULES.get(rule, rule))


def record_rows(blocks: list[dict], removed: list[dict]) -> list[dict]:
    """Kept blocks and cuts interleaved; neighbouring cuts of one rule are one row with several texts."""
    rows = []
    for (kind, rule), items in groupby(_in_page_order(blocks, removed), key=lambda item: item[:2]):
        texts = [text for _, _, text in items]
        if kind == "kept":
            rows += [{"kind": kind, "text": text} for text in texts]
        else:
            rows.append({"kind": kind, "rule": rule, "label": rule_label(rule), "texts": texts, "lines": len(texts)})
    return rows


def _in_page_order(blocks: list[dict], removed: list[dict]) -> Iterator[tuple[str, str, str]]:
    cuts = iter([*removed, {"before": len(blocks) + 1}])
    cut = next(cuts)
    for index in range(len(blocks) + 1):
        while cut["before"] == index:
            yield "cut", cut["rule"], cut["text"]
            cut = next(cuts)
        if index < len(blocks):
            yield "kept", "", blocks[index]["text"]
