"""Each page under tests/pages, in its portal's markup, gives exactly what stands beside it."""

import json
from pathlib import Path

import pytest

from reader.extraction import ORIGINS, RULES, extract

PAGES = sorted(path.parent for path in (Path(__file__).resolve().parents[2] / "pages").glob("*/expected.json"))


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def golden(request):
    expected = json.loads((request.param / "expected.json").read_text(encoding="utf-8"))
    data = (request.param / "source.html").read_bytes()
    return extract(data, url=expected["url"]), expected, data


def test_title(golden):
    page, expected, _ = golden
    assert page.title == expected["title"]


def test_blocks(golden):
    page, expected, _ = golden
    assert [[block.kind, block.text] for block in page.blocks] == expected["blocks"]


def test_source_and_editor(golden):
    page, expected, _ = golden
    assert (page.source, page.editor) == (expected["source"], expected["editor"])


def test_time(golden):
    page, expected, _ = golden
    assert (page.published and page.published.isoformat()) == expected["published"]


def test_authors(golden):
    page, expected, _ = golden
    assert [[author.name, author.affiliation] for author in page.authors] == expected["authors"]


def test_what_only_some_pages_state(golden):
    page, expected, _ = golden
    edition = page.print_edition
    stated = {
        "channel": list(page.channel),
        "edition": edition and [edition.paper, edition.published.isoformat(), edition.page],
        "keywords": list(page.keywords),
        "leads": [block.lead for block in page.blocks],
        "original_title": page.original_title,
    }
    assert {field: stated[field] for field in stated if field in expected} == {
        field: expected[field] for field in stated if field in expected
    }


def test_every_field_says_where_it_came_from(golden):
    page, _, _ = golden
    assert set(page.rules.values()) <= set(ORIGINS)
    for field in ("title", "source", "published", "editor", "authors", "channel", "keywords", "print_edition"):
        assert bool(getattr(page, field)) == (field in page.rules)


def test_every_cut_has_a_named_rule_and_a_place(golden):
    page, _, _ = golden
    assert {removed.rule for removed in page.removed} <= set(RULES)
    places = [removed.before for removed in page.removed]
    assert places == sorted(places)
    assert all(0 <= place <= len(page.blocks) for place in places)
