"""Every visible line of a page is in its metadata, its blocks or what was removed; whatever comes out is plain text."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.extraction import ExtractionError, extract
from reader.extraction.decoding import decode
from reader.extraction.survey import survey
from reader.extraction.tree import parse

HERE = Path(__file__).resolve()
GOLDEN = sorted((HERE.parents[2] / "pages").glob("*/source.html"))
CORPORA = [path for path in (HERE.parents[4] / "shared").glob("corpus*") if (path / "index.jsonl").exists()]
PIECES = re.compile(r"(<[^>]*>)")


def bare(text):
    return re.sub(r"[\W_]+", "", text)


def accounted(page):
    authors = [author.name + author.affiliation for author in page.authors]
    texts = [page.title, page.source, page.editor, *authors, *(one.text for one in (*page.blocks, *page.removed))]
    return bare("".join(texts))


def vanished(data, url=""):
    page = extract(data, url=url)
    kept = accounted(page)
    return [line.text for line in survey(parse(decode(data))).lines if bare(line.text) not in kept]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_nothing_visible_vanishes_from_golden_pages(path):
    assert vanished(path.read_bytes()) == []


@pytest.mark.skipif(not CORPORA, reason="../shared/corpus is not here")
def test_nothing_visible_vanishes_from_saved_pages():
    lost = {}
    for corpus in CORPORA:
        for entry in map(json.loads, (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines()):
            data = (corpus / "pages" / f"{entry['id']}.html").read_bytes()
            lost[entry["id"]] = vanished(data, entry.get("url") or "")
    assert {name: gone[:3] for name, gone in lost.items() if gone} == {}


@st.composite
def mutated(draw):
    """A golden page with pieces of markup and text left out, doubled, swapped, cut or damaged."""
    path = draw(st.sampled_from(GOLDEN))
    pieces = PIECES.split(decode(path.read_bytes()))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(pieces) - 1))
        other = draw(st.integers(0, len(pieces) - 1))
        change = draw(st.sampled_from(["drop", "double", "swap", "cut", "odd"]))
        if change == "drop":
            pieces[at] = ""
        elif change == "double":
            pieces[at] *= draw(st.integers(2, 40))
        elif change == "swap":
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif change == "cut":
            pieces = pieces[: max(1, at)]
        else:
            pieces[at] += draw(
                st.sampled_from(["\0", "𠮷", "\u200b", "<", "&#0;", "\ufdd0" + "0\ufdd1", "</div>", "<!--", "]]>"])
            )
    data = "".join(pieces).encode(draw(st.sampled_from(["utf-8", "gb18030", "utf-16"])), "replace")
    damage = draw(st.integers(0, len(data)))
    return data[:damage] + draw(st.binary(max_size=3)) + data[damage:]


@settings(max_examples=120, deadline=5000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutated())
def test_a_damaged_page_gives_plain_text_or_says_why_not(data):
    try:
        page = extract(data, url="https://city.gmw.cn/2025-04/08/content_1.htm")
    except ExtractionError as error:
        assert str(error)
        return
    for text in (page.title, page.source, page.editor, *(one.text for one in (*page.blocks, *page.removed))):
        assert isinstance(text, str)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\n\r\ufdd0\ufdd1]", text)
        assert text == text.strip()
