"""Annotations as the API serves them: the W3C's page of what the filter shows."""

import json
from io import BytesIO
from urllib.parse import urlencode

import pytest

from annotations import archive


@pytest.fixture
def served(api, viewer):
    def get(**query):
        address = "annotations?" + urlencode(query)
        answer = api(viewer, "get", address)
        assert answer.headers["Content-Type"].startswith("application/ld+json")
        return json.loads(answer.content)

    return get


def test_a_page_holds_what_the_filter_shows_in_the_models_shape(served, put, coder, body, theme):
    put(coder, 1, body("慢行优先", note="硬约束", themes=[theme("慢行").pk]))
    put(coder, 2, body("一盏灯"))
    page = served(note="with")
    assert (page["type"], page["partOf"]["total"], page["startIndex"]) == ("AnnotationPage", 1, 0)
    (item,) = page["items"]
    quote, position = item["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "慢行优先")
    assert position["end"] - position["start"] == 4
    assert [body["purpose"] for body in item["body"]] == ["tagging", "commenting"]


def test_pages_lead_to_each_other_and_keep_the_filter(served, put, coder, body, monkeypatch):
    for number, quote in enumerate(("一盏灯", "一把椅子", "一分从容", "一条街巷", "一米")):
        put(coder, number, body(quote))
    monkeypatch.setattr("annotations.api.exports.PER_PAGE", 2)
    first, last = served(text="一"), served(text="一", page=2)
    assert [len(first["items"]), len(last["items"])] == [2, 1]
    assert first["next"].endswith("annotations?text=%E4%B8%80&page=1")
    assert ("prev" in first, "next" in last, last["prev"][-6:]) == (False, False, "page=1")


def test_every_page_names_the_same_collection_and_its_first_page(served, put, coder, body, monkeypatch):
    for number, quote in enumerate(("一盏灯", "一把椅子", "一分从容")):
        put(coder, number, body(quote))
    monkeypatch.setattr("annotations.api.exports.PER_PAGE", 2)
    first, last = served(text="一", page=0), served(text="一", page=1)
    assert first["partOf"] == last["partOf"]
    assert first["partOf"]["first"] == first["id"]
    assert first["partOf"]["id"] not in (first["id"], last["id"])


def test_the_archive_is_served_as_the_page_has_it(api, viewer, project, essay):
    answer = api(viewer, "get", "archive")
    checked = archive.checked(BytesIO(b"".join(answer.streaming_content)))
    assert archive.summary(checked).name == project.name


def test_a_project_without_marks_is_an_empty_page(served, essay):
    assert served()["items"] == []


def test_a_page_beyond_the_end_or_before_the_start_is_no_error(served, put, coder, body):
    put(coder, 1, body())
    assert served(page=9)["items"] == []
    assert len(served(page=-3)["items"]) == 1
