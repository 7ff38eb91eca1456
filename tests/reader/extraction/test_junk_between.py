"""Junk between paragraphs: whatever stands beside them, in whatever order, no line of the body is lost."""

import json
import random
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extraction import extract

PAGES = sorted(path.parent for path in (Path(__file__).resolve().parents[2] / "pages").glob("*/expected.json"))
TAGS = {"heading": "h2", "paragraph": "p", "list": "li", "quote": "blockquote", "caption": "figcaption"}


def parts_of(folder):
    """The golden page's title, its body as (kind, text), and its junk lines."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    page = extract((folder / "source.html").read_bytes(), url=expected["url"])
    body = [(kind, text) for kind, text in expected["blocks"] if kind in TAGS]
    junk = [removed.text for removed in page.removed if removed.text not in {text for _, text in body}]
    return expected["title"], body, junk


def mixed(title, body, junk, draw, linked):
    """The page with each junk line somewhere between the first paragraph and the last."""
    places = sorted((draw.randint(1, max(1, len(body) - 1)), draw.random(), line) for line in junk)
    rows, left = [], list(places)
    for at, (kind, text) in enumerate(body):
        while left and left[0][0] <= at:
            line = escape(left.pop(0)[2])
            rows.append(
                f'<p><a href="/1.htm">{line}</a></p>' if linked and draw.random() < linked else f"<p>{line}</p>"
            )
        rows.append(f"<{TAGS[kind]}>{escape(text)}</{TAGS[kind]}>")
    html = f"<h1>{escape(title)}</h1><div class='article-content'>{''.join(rows)}</div>"
    return f"<html><head><title>{escape(title)}</title></head><body>{html}</body></html>".encode()


def lost(title, body, junk, draw, linked=0.0):
    kept = [block.text for block in extract(mixed(title, body, junk, draw, linked)).blocks]
    return [text for _, text in body if text not in kept]


@pytest.mark.parametrize("linked", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("folder", PAGES, ids=lambda path: path.name)
def test_junk_in_any_order_costs_no_line_of_the_body(folder, linked):
    parts = parts_of(folder)
    assert [lost(*parts, random.Random(seed), linked) for seed in range(6)] == [[]] * 6


ALL = [parts_of(folder) for folder in PAGES]
JUNK = sorted({line for _, _, junk in ALL for line in junk})


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ALL), st.lists(st.sampled_from(JUNK), max_size=12), st.randoms(use_true_random=False))
def test_junk_of_other_sites_costs_no_line_either(parts, junk, draw):
    title, body, own = parts
    foreign = [line for line in (*own[:4], *junk) if line not in {text for _, text in body}]
    assert lost(title, body, foreign, draw, 0.3) == []
