"""Numbers and words that no page sends: every route answers them, and none with an error of the server's own."""

import json

import pytest
from django.db import transaction

from tests.permission_table import ROWS, Row
from tests.test_permissions import scene  # noqa: F401  (the same scene)

HUGE = (2**63, int("9" * 4000))
WORDS = ("9" * 5000, "-1", "\0", "\ud800", "²", "")
VALUES = (*HUGE, 10**18, 1.5, None, [[]], [2**63], {"a": 1}, *WORDS)
QUERIES = ("page", "since", "theme", "article", "start", "coder", "q", "version", "row")
PLACES = ("project", "article", "viewer", "choice", "batch", "unplaced", "proposal", "theme", "deleted")


def answer(client, row, path, data):
    """The answer; what an error of one call leaves behind is taken back, for the next."""
    options = {"data": data}
    if row.is_api:
        options = {"data": data if isinstance(data, bytes) else json.dumps(data), "content_type": "application/json"}
    if row.method == "get":
        options = {}
    with transaction.atomic():
        answered = getattr(client, row.method)(path, **options)
        transaction.set_rollback(True)
    return answered


def told(row, answered):
    """Nothing, or what is wrong with the answer."""
    if answered.status_code >= 500:
        return f"{answered.status_code} {answered.exc_info[1]!r}"[:200]
    if row.is_api and answered.status_code >= 400 and "error" not in answered.json():
        return answered.content.decode()[:200]
    return ""


@pytest.fixture
def client(scene, client_of):  # noqa: F811
    return client_of(scene[0]["owner"], raise_request_exception=False)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.path}")
def test_ids_that_no_row_can_have(row, client, scene, db):  # noqa: F811
    wrong = {}
    for name in [name for name in PLACES if f"{{{name}}}" in row.path]:
        for number in HUGE:
            path = row.path.format(**scene[1] | {name: number})
            if fault := told(row, answer(client, row, path, row.data)):
                wrong[path[:80]] = fault
    assert wrong == {}


@pytest.mark.parametrize("row", [row for row in ROWS if row.method == "get"], ids=lambda row: row.path)
def test_questions_that_no_page_asks(row, client, scene, db):  # noqa: F811
    wrong = {}
    odd = [word for word in (*map(str, HUGE), *WORDS) if word != "\ud800"]
    for first in range(len(odd)):
        asked = {name: odd[(first + place) % len(odd)] for place, name in enumerate(QUERIES)}
        answered = client.get(row.path.partition("?")[0].format(**scene[1]), asked)
        if fault := told(row, answered):
            wrong[str({name: value[:20] for name, value in asked.items()})] = fault
    assert wrong == {}


def bodies(row, mark):
    """The body with one value after the other that cannot be, and no body at all."""
    data = mark if {"highlight", "rejection"} & row.data.keys() else row.data
    for place, name in enumerate(data, ROWS.index(row)):
        # A third of the values each, another third the next time: all of them meet every kind of route.
        for value in VALUES[place % 3 :: 3]:
            if row.is_api or (isinstance(value, (str, int)) and value != "\ud800"):
                yield f"{name}={value!r}"[:60], data | {name: value}
    if row.is_api:
        for said in (b"", b"{", b"[]", b"1", b'"\xff"', b"[" * 100_000, b'{"note": ' + b"9" * 5000 + b"}"):
            yield repr(said[:20]), said


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.method != "get"], ids=lambda row: f"{row.method} {row.path}"
)
def test_bodies_that_no_page_sends(row, client, scene, db):  # noqa: F811
    wrong = {}
    for name, body in bodies(row, scene[2]):
        if fault := told(row, answer(client, row, row.path.format(**scene[1]), body)):
            wrong[name] = fault
    assert wrong == {}


@pytest.mark.parametrize("path", ["/api/nothing", "/api/projects/1/nothing", "/api/projects/x/desk"])
def test_an_address_of_the_api_that_is_none_answers_as_the_api_does(path, client, db):
    answered = client.get(path)
    assert (answered.status_code, answered.json()["error"]["code"]) == (404, "not_found")


def test_a_method_the_api_does_not_know_answers_as_the_api_does(client, scene, db):  # noqa: F811
    row = Row("patch", "/api/projects/{project}/memo", "read")
    answered = answer(client, row, row.path.format(**scene[1]), {})
    assert (answered.status_code, answered.json()["error"]["code"]) == (405, "bad_request")
