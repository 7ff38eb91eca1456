from datetime import timedelta

import pytest
from django.utils import timezone

from reader.capture import batches, bringing, gathering, holding, queries, running, tasks
from reader.capture.fetching import Fetched, FetchError
from reader.cleaning.captures import Capture
from reader.models import Article, Batch, BatchItem
from reader.signals import worker_looked

TEXT = "把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处。\n\n修好它，要先问问住在这里的人。"
STATES = {"https://a.example/": TEXT, "https://b.example/": TEXT.replace("小巷", "街角")}


@pytest.fixture(autouse=True)
def web(monkeypatch):
    """A web of two pages; `down` names what ends the program instead of answering."""
    down = set()

    def fetch(url):
        if url in down:
            raise SystemExit
        if url not in STATES:
            raise FetchError("http_status", {"status": 404})
        return Fetched(url, STATES[url].encode(), "text/plain; charset=utf-8")

    monkeypatch.setattr(gathering, "fetch", fetch)
    return down


@pytest.fixture
def queue(monkeypatch):
    """Tasks wait here until they are run, in place of running where they are queued."""
    waiting = []
    monkeypatch.setattr(batches, "_enqueue", waiting.extend)

    def run():
        while waiting:
            item = waiting.pop(0)
            running.run(item.project_id, item.pk)

    run.waiting = waiting
    return run


def _start(project, user, *urls):
    return batches.start(project, user, [Capture(b"", url=url) for url in urls])


def _states(batch):
    return [item.state for item in queries.items(batch)]


def _long_ago(batch):
    BatchItem.objects.filter(batch=batch).update(touched=timezone.now() - timedelta(hours=1))


def test_each_item_tells_its_outcome(project, editor):
    batch = _start(project, editor, *STATES, "https://gone.example/", "https://a.example/")
    assert _states(batch) == ["done", "done", "failed", "known"]
    items = list(queries.items(batch))
    assert items[0].article.url == "https://a.example/"
    assert items[0].article.added_by == editor
    assert items[2].refusal["parameters"] == {"status": 404}
    assert items[3].article == items[0].article


def test_files_are_brought_in_and_their_bytes_kept_once(project, editor):
    files = [Capture(TEXT.encode(), filename="小巷.txt"), Capture(b"", filename="空.txt")]
    batch = batches.start(project, editor, files)
    assert _states(batch) == ["done", "failed"]
    assert batch.items.first().data is None
    assert Article.objects.get().title == "把小巷修成客厅"


def test_one_task_is_queued_for_each_item(project, editor, monkeypatch):
    asked = []
    monkeypatch.setattr(batches.tasks, "bring_in", type("Task", (), {"enqueue": lambda *ids: asked.append(ids[-2:])}))
    batch = _start(project, editor, *STATES)
    assert asked == [(project.pk, item.pk) for item in batch.items.all()]


def test_an_item_started_twice_is_brought_in_once(project, editor, queue):
    batch = _start(project, editor, "https://a.example/")
    item = batch.items.get()
    queue()
    running.run(project.pk, item.pk)
    tasks.bring_in.func(project.pk, item.pk)
    item.refresh_from_db()
    assert (item.state, item.tries, Article.objects.count()) == ("done", 1, 1)


def test_an_item_of_another_project_is_not_touched(project, stranger, editor, queue):
    batch = _start(project, editor, "https://a.example/")
    running.run(stranger.memberships.get().project_id, batch.items.get().pk)
    assert _states(batch) == ["waiting"]


def test_what_a_killed_worker_left_is_queued_again(project, editor, queue, web):
    batch = _start(project, editor, *STATES)
    web.add("https://a.example/")
    with pytest.raises(SystemExit):
        queue()
    assert _states(batch) == ["running", "waiting"]
    queue.waiting.clear()
    batches.resume(batch)
    assert queue.waiting == []
    _long_ago(batch)
    web.clear()
    batches.resume(batch)
    queue()
    assert _states(batch) == ["done", "done"]


def test_what_ends_the_worker_again_and_again_is_given_up(project, editor, queue, web):
    batch = _start(project, editor, "https://a.example/")
    web.add("https://a.example/")
    for _ in range(batches.TRIES):
        with pytest.raises(SystemExit):
            queue()
        _long_ago(batch)
        batches.resume(batch)
    assert _states(batch) == ["failed"]
    assert "没有做成" in batch.items.get().refusal["template"]


def test_a_worker_thought_dead_does_not_overwrite_its_successor(project, editor, queue):
    batch = _start(project, editor, "https://a.example/")
    late = batch.items.get()
    queue()
    late.state, late.tries = "running", 0
    holding.finish(late, BatchItem.State.FAILED)
    assert _states(batch) == ["done"]


def test_cancelling_takes_back_what_waits(project, editor, queue):
    batch = _start(project, editor, *STATES)
    running.run(project.pk, queue.waiting.pop(0).pk)
    assert batches.cancel(batch) == 1
    queue()
    assert _states(batch) == ["done", "cancelled"]
    assert Article.objects.count() == 1


def test_what_failed_or_was_cancelled_can_be_tried_again(project, editor, queue):
    batch = _start(project, editor, "https://gone.example/", "https://b.example/")
    batches.cancel(batch)
    assert batches.retry(batch) == 2
    queue()
    assert _states(batch) == ["failed", "done"]
    assert batches.retry(batch) == 1


@pytest.fixture
def over(project, editor):
    """A batch with a file that was not brought in, over for so long."""

    def make(days, **fields):
        batch = batches.start(project, editor, [Capture(b"\x89PNG", filename="图.png"), Capture(TEXT.encode())])
        long_ago = timezone.now() - timedelta(days=days)
        Batch.objects.filter(pk=batch.pk).update(made=long_ago)
        BatchItem.objects.filter(batch=batch).update(touched=long_ago)
        BatchItem.objects.filter(batch=batch, filename="图.png").update(**fields)
        return batch

    return make


def test_a_batch_ends_with_the_bytes_of_what_failed(over):
    over(31)
    worker_looked.send(None)
    assert not Batch.objects.exists()
    assert not BatchItem.objects.exists()
    assert Article.objects.count() == 1


def test_a_batch_ends_with_the_bytes_of_what_was_cancelled(over):
    over(31, state="cancelled")
    worker_looked.send(None)
    assert not BatchItem.objects.exists()


def test_a_batch_stays_until_its_end(over):
    over(29)
    worker_looked.send(None)
    assert bytes(BatchItem.objects.get(filename="图.png").data) == b"\x89PNG"


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_a_batch_does_not_end_while_something_is_to_come(over, state):
    over(31, state=state)
    batches.end_all()
    assert Batch.objects.exists()


def test_a_batch_of_which_something_was_tried_again_lately_stays(over):
    batch = over(31)
    batches.retry(batch)
    batches.end_all()
    assert _states(batch) == ["failed", "done"]


def test_a_batch_tried_again_while_the_ended_are_counted_stays(over):
    batch = over(31)
    limit = timezone.now() - batches.KEPT
    [found] = queries.over_since(limit)
    batches.retry(batch)
    batches._end(found, limit)
    assert Batch.objects.exists()


def test_an_error_of_the_programs_own_is_told_and_not_swallowed(project, editor, queue, monkeypatch):
    batch = _start(project, editor, "https://a.example/")
    monkeypatch.setattr(bringing, "bring_in", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        queue()
    assert _states(batch) == ["failed"]
    assert "日志" in batch.items.get().refusal["template"]
