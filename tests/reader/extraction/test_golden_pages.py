"""Each page under tests/pages, in its portal's markup, gives exactly what stands beside it."""

import json
from pathlib import Path

import pytest

from reader.extraction import ORIGINS, RULES, containers, extract, site_rules

PAGES = sorted(path.parent for path in (Path(__file__).resolve().parents[2] / "pages").glob("*/expected.json"))


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def golden(request):
    expected = json.loads((request.param / "expected.json").read_text(encoding="utf-8"))
    data = (request.param / "source.html").read_bytes()
    return extract(data, url=expected["url"]), expected, data


@pytest.fixture(params=PAGES, ids=lambda path: path.name)
def unknown(request, monkeypatch):
    """The page as if nobody had written a rule for its site; what only a rule can tell of some is in `only_by_rule`."""
    monkeypatch.setattr(site_rules, "_BY_HOST", {})
    monkeypatch.setattr(containers, "SIGNED_RULES", ())
    expected = json.loads((request.param / "expected.json").read_text(encoding="utf-8"))
    return extract((request.param / "source.html").read_bytes(), url=expected["url"]), expected


def test_the_generic_path_finds_the_same_article(unknown):
    page, expected = unknown
    extra = expected.get("only_by_rule", {}).get("extra", [])
    found = [[block.kind, block.text] for block in page.blocks if block.text not in extra]
    assert (page.title, found) == (expected["title"], expected["blocks"])


def test_the_generic_path_tells_the_same_of_it(unknown):
    page, expected = unknown
    told = {"source": page.source, "editor": page.editor, "published": page.published and page.published.isoformat()}
    fields = told.keys() - expected.get("only_by_rule", {}).get("fields", [])
    assert {field: told[field] for field in fields} == {field: expected[field] for field in fields}


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
