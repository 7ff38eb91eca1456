"""Exports in the background: queued, written, cancelled, queued again when their task was lost, gone when expired."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import unquote

import docx
import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

from annotations.exporting import jobs, writing
from annotations.exports import FORMATS
from annotations.exports.pdf import report
from annotations.exports.pdf.report import Unavailable
from annotations.filters.filter import Filter
from annotations.models import Export, ExportPart
from reader.signals import worker_looked

ALL = Filter()
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


@pytest.fixture
def queue(membership, marked):
    def call(format="csv", wanted=ALL):
        export = jobs.queue(membership, format, wanted, "https://quandian.example")
        export.refresh_from_db()
        return export

    return call


def content(answer):
    return b"".join(answer.streaming_content)


def test_an_export_is_written_as_the_filter_asks_and_fetched(queue, api, viewer, project):
    export = queue(wanted=Filter(note="with"))
    assert (export.status, export.done, export.total, export.error) == ("done", 1, 1, "")
    answer = api(viewer, "get", f"exports/{export.uuid}/file")
    text = content(answer).decode("utf-8-sig")
    assert "硬约束" in text
    assert "一盏灯" not in text
    assert "https://quandian.example/projects/" in text
    assert unquote(answer.headers["Content-Disposition"]).endswith(f"{project.name}.csv")
    assert int(answer.headers["Content-Length"]) == export.size


def test_a_large_file_lies_in_parts_and_comes_out_whole(queue, api, viewer, monkeypatch):
    monkeypatch.setattr(writing, "PART", 100)
    export = queue()
    assert ExportPart.objects.filter(export=export).count() > 1
    assert len(content(api(viewer, "get", f"exports/{export.uuid}/file"))) == export.size


@pytest.mark.django_db(transaction=True)
def test_the_worker_writes_what_is_queued(membership, marked, settings):
    settings.TASKS = QUEUED
    export = jobs.queue(membership, "markdown", Filter(), "https://x")
    assert Export.objects.get().status == "queued"
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    export.refresh_from_db()
    assert export.status == "done"


def test_a_cancelled_export_is_not_written(lost):
    export = lost()
    jobs.cancel(export)
    writing.write(export.pk)
    export.refresh_from_db()
    assert (export.status, ExportPart.objects.count()) == ("cancelled", 0)


def test_an_export_cancelled_while_it_is_written_stops(lost, monkeypatch):
    export = lost()
    monkeypatch.setattr(writing, "BREATH", 0)
    monkeypatch.setattr(FORMATS["csv"], "write", lambda document, output: _cancelled(export, document))
    writing.write(export.pk)
    export.refresh_from_db()
    assert export.status == "cancelled"


def _cancelled(export, document):
    jobs.cancel(export)
    list(document.articles)
    raise AssertionError("the writing went on")


@pytest.mark.parametrize(
    ("format", "step"),
    [("docx", "annotations.exports.word.quotes._set_part"), ("pdf", "annotations.exports.pdf.report.quote_elements")],
)
def test_an_export_cancelled_behind_its_last_article_stops(format, step, lost, monkeypatch):
    export, going_on = lost(format=format), import_string(step)
    monkeypatch.setattr(writing, "BREATH", 0)
    monkeypatch.setattr(writing, "_keep", lambda *args: pytest.fail("it was written to its end"))
    monkeypatch.setattr(step, lambda *args: jobs.cancel(export) or going_on(*args))
    writing.write(export.pk)
    export.refresh_from_db()
    assert export.status == "cancelled"


def test_articles_gone_through_in_no_time_are_no_progress(lost, monkeypatch):
    moments = iter([0, 0.1, 0.2, 5])
    monkeypatch.setattr(writing, "monotonic", lambda: next(moments, 6))
    export = lost(status="running")
    tell = writing._teller(export, 4)
    for part in (0.25, 0.5, 0.25):
        tell(part)
    export.refresh_from_db()
    assert export.done == 1


def test_progress_is_noted(lost, monkeypatch):
    seen = []
    monkeypatch.setattr(writing, "BREATH", 0)
    monkeypatch.setattr(FORMATS["csv"], "write", lambda document, output: _noted(document, seen))
    writing.write(lost().pk)
    assert seen == [(1, 1)]


def _noted(document, seen):
    list(document.articles)
    seen.append(Export.objects.values_list("done", "total").get())


def test_a_done_export_is_not_written_again(queue):
    export = queue()
    ExportPart.objects.update(data=b"kept")
    writing.write(export.pk)
    assert {bytes(part.data) for part in ExportPart.objects.all()} == {b"kept"}


def test_an_export_whose_task_was_lost_is_queued_again(lost):
    export = lost(status="running", touched=timezone.now() - timedelta(minutes=16))
    jobs.revive(export)
    export.refresh_from_db()
    assert export.status == "done"


def test_a_worker_finds_what_was_lost_though_nobody_looks_at_it(lost):
    export = lost(status="queued", touched=timezone.now() - timedelta(minutes=16))
    worker_looked.send(None)
    export.refresh_from_db()
    assert export.status == "done"


def test_an_export_that_was_heard_of_lately_is_left_alone(lost):
    export = lost(status="running", touched=timezone.now() - timedelta(minutes=14))
    jobs.revive(export)
    export.refresh_from_db()
    assert export.status == "running"


def test_an_export_that_is_being_written_is_not_begun_again(lost, monkeypatch):
    monkeypatch.setattr(FORMATS["csv"], "write", lambda document, output: pytest.fail("begun again"))
    export = lost(status="running")
    writing.write(export.pk)
    export.refresh_from_db()
    assert export.status == "running"


def test_going_through_the_articles_again_is_no_step_back(lost, monkeypatch):
    told = []
    monkeypatch.setattr(writing, "BREATH", 0)
    monkeypatch.setattr(writing.queries, "change", lambda row, only, **fields: told.append(fields) or True)
    tell = writing._teller(lost(), 4)
    for part in (0.25, 0.5, 0.25):
        tell(part)
    assert [fields["done"] for fields in told] == [1, 2, 2]


@pytest.mark.parametrize("format", ["pdf", "docx", "docx-quotes"])
def test_reports_tell_how_much_is_set_and_nothing_before_it_is(format, lost, monkeypatch):
    told, export = [], lost(format=format)
    monkeypatch.setattr(report, "GATHERING", 1)
    monkeypatch.setattr(writing, "_teller", lambda export, total: told.append)
    writing.write(export.pk)
    assert told == sorted(told)
    # Of a PDF, whose first part may be set before anybody asks, that part.
    first = {"pdf": pytest.approx(0, abs=0.1), "docx": 0.5, "docx-quotes": 0}[format]
    assert (told[0], told[-1]) == (first, 1)
    assert len(set(told)) > (4 if format == "pdf" else 1)


def test_what_cannot_be_written_here_says_why(lost, monkeypatch):
    def refuse(document, output):
        raise Unavailable("内存不够")

    monkeypatch.setattr(FORMATS["pdf"], "write", refuse)
    export = lost(format="pdf")
    writing.write(export.pk)
    export.refresh_from_db()
    assert (export.status, export.error) == ("failed", "内存不够")


def test_an_error_fails_the_export_and_reaches_the_log(lost, monkeypatch):
    def fail(document, output):
        raise ZeroDivisionError

    monkeypatch.setattr(FORMATS["csv"], "write", fail)
    export = lost()
    with pytest.raises(ZeroDivisionError):
        writing.write(export.pk)
    export.refresh_from_db()
    assert (export.status, bool(export.error)) == ("failed", True)


def test_an_export_that_is_not_there_is_nothing(db):
    writing.write(999_999)


def test_an_expired_export_is_gone(queue, api, viewer, client_of, project):
    export = queue()
    Export.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert api(viewer, "get", f"exports/{export.uuid}/file").status_code == 404
    queue()
    assert not Export.objects.filter(pk=export.pk).exists()


def test_a_file_that_is_not_written_yet_is_404(lost, api, viewer):
    assert api(viewer, "get", f"exports/{lost().uuid}/file").status_code == 404


def test_the_api_queues_tells_and_refuses(marked, api, viewer, stranger, project):
    made = api(viewer, "post", "exports", {"format": "jsonld", "filter": "text=灯"})
    assert (made.status_code, made.json()["status"]) == (202, "done")
    assert api(viewer, "get", f"exports/{made.json()['id']}").json()["filename"] == f"{project.name}.jsonld"
    assert api(viewer, "post", "exports", {"format": "wps"}).status_code == 422
    assert api(stranger, "get", f"exports/{made.json()['id']}").status_code == 404


def test_a_long_export_is_offered_to_be_written_meanwhile(marked, client_of, viewer, project, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", {"docx": 10})
    client = client_of(viewer)
    offer = client.get(f"/projects/{project.pk}/export/docx/", {"text": "灯"})
    assert "在后台写" in offer.content.decode()
    assert not Export.objects.exists()
    form = {"format": "docx", "query": "text=%E7%81%AF"}
    page = client.post(f"/projects/{project.pk}/exports/start/", form, follow=True).content.decode()
    assert f"/exports/{Export.objects.get().uuid}/file" in page


@pytest.mark.parametrize("said", [True, False])
def test_what_is_written_meanwhile_names_the_only_coder_on_request(said, marked, api, viewer, client_of, project):
    form = {"format": "docx", "query": ""} | ({"people": "1"} if said else {})
    client_of(viewer).post(f"/projects/{project.pk}/exports/start/", form)
    api(viewer, "post", "exports", {"format": "docx", "people": said})
    for export in Export.objects.all():
        report = docx.Document(BytesIO(content(api(viewer, "get", f"exports/{export.uuid}/file"))))
        facts = [line.text for line in report.paragraphs if line.style.name == "Facts"]
        assert (len(facts), ["· coder ·" in line for line in facts]) == (2, [said, said])


def test_the_offer_hands_the_request_for_names_on(marked, client_of, viewer, project, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", {"docx": 10})
    offer = client_of(viewer).get(f"/projects/{project.pk}/export/docx/", {"people": "1"}).content.decode()
    assert 'name="people" value="1"' in offer


def test_an_unknown_format_cannot_be_started(client_of, viewer, project):
    assert client_of(viewer).post(f"/projects/{project.pk}/exports/start/", {"format": "wps"}).status_code == 404


def test_a_format_that_cannot_be_written_here_says_why_on_the_page(marked, client_of, viewer, project, monkeypatch):
    def refuse(document, output):
        raise Unavailable("内存不够")

    monkeypatch.setattr(FORMATS["pdf"], "write", refuse)
    answer = client_of(viewer).get(f"/projects/{project.pk}/export/pdf/")
    assert (answer.status_code, "内存不够" in answer.content.decode()) == (503, True)
