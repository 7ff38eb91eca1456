"""What goes wrong with the database or the disk is told in words, with the status that lets a page try again."""

import errno

import pytest
from django.db import OperationalError, connection, transaction
from django.test import override_settings

BUSY, FULL = OperationalError("database is locked"), OperationalError("database or disk is full")
FAULTS = [
    (BUSY, 503, "busy", "数据库正忙"),
    (OperationalError("server closed the connection unexpectedly"), 503, "busy", "数据库正忙"),
    (FULL, 507, "full", "磁盘"),
    (OSError(errno.ENOSPC, "No space left on device"), 507, "full", "磁盘"),
    (OperationalError("no such table: reader_article"), 500, "failed", "出错了"),
    (LookupError("a fault of ours"), 500, "failed", "出错了"),
]


@pytest.fixture
def faulty(client_of, owner, monkeypatch):
    """A client of whose requests each meets the fault in the database."""

    def client(fault):
        made = client_of(owner, raise_request_exception=False)

        def fail(*args, **options):
            raise fault

        monkeypatch.setattr("annotations.api.desk.member", fail)
        monkeypatch.setattr("annotations.views.library.member", fail)
        return made

    return client


@pytest.mark.parametrize(("fault", "status", "code", "words"), FAULTS)
def test_a_page_says_what_is_wrong(fault, status, code, words, faulty, project):
    answer = faulty(fault).get(f"/projects/{project.pk}/")
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert answer.headers.get("Retry-After") == ("5" if status == 503 else None)


@pytest.mark.parametrize(("fault", "status", "code", "words"), FAULTS)
def test_the_api_says_it_as_json(fault, status, code, words, faulty, project, article):
    answer = faulty(fault).get(f"/api/projects/{project.pk}/articles/{article.pk}/desk")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert words in answer.json()["error"]["message"]
    assert answer.headers.get("Retry-After") == ("5" if status == 503 else None)


def test_the_api_speaks_the_reader_s_language(faulty, project, article):
    client = faulty(BUSY)
    client.post("/language/", {"language": "en"})
    answer = client.get(f"/api/projects/{project.pk}/articles/{article.pk}/desk")
    assert answer.json()["error"]["message"].startswith("The database is busy")


@pytest.mark.django_db(transaction=True)
def test_who_waits_for_the_writer_in_vain_is_asked_to_try_again(client_of, owner, project, at_once):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has one writer")
    client = client_of(owner, raise_request_exception=False)

    def ask():
        connection.cursor().execute("PRAGMA busy_timeout = 50")
        return client.post(f"/projects/{project.pk}/rename/", {"name": "改"})

    with transaction.atomic():
        project.save(update_fields=["name"])
        [answer] = at_once(ask)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "数据库正忙" in answer.content.decode()


@override_settings(ALLOWED_HOSTS=["quandian.example"])
@pytest.mark.parametrize(
    ("path", "length", "status", "code"),
    [("/api/projects/1/memo", 10, 400, "bad_request"), ("/api/projects/1/memo", 10**12, 413, "too_large")],
)
def test_what_is_refused_before_the_api_is_reached_is_json_too(path, length, status, code, client):
    host = "elsewhere.example" if status == 400 else "quandian.example"
    answer = client.put(path, "{}", "application/json", CONTENT_LENGTH=str(length), headers={"Host": host})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
