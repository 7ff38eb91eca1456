"""Batches that clean articles anew: each item runs once, whatever happens to a worker."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reader.capture import batches, holding, queries, running, tasks
from reader.capture.importing import import_capture
from reader.cleaning import captures
from reader.cleaning.captures import Capture
from tests.reader.recleaned import BETTER, PAGE, clean, states


def test_one_that_breaks_does_not_stop_the_others(project, owner, editor, soiled, cleans, monkeypatch):
    other = import_capture(project, owner, Capture(b"other")).article
    held = []
    monkeypatch.setattr(batches, "_enqueue", held.extend)
    batch = clean(project, editor, soiled, other)
    monkeypatch.setattr(captures, "extract", lambda data, *_: 1 / 0 if data == b"alley" else BETTER)
    with pytest.raises(ZeroDivisionError):
        running.run(project.pk, held[0].pk)
    running.run(project.pk, held[1].pk)
    assert states(batch) == ["failed", "done"]
    assert "没有做成" in queries.items(batch).first().refusal["template"]
    cleans(BETTER)
    assert batches.retry(batch) == 1
    running.run(project.pk, held[0].pk)
    assert states(batch) == ["done", "done"]


def test_running_an_item_twice_cleans_once(project, editor, soiled, cleans):
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    running.run(project.pk, queries.items(batch).get().pk)
    assert (soiled.versions.count(), states(batch)) == (2, ["done"])


def test_a_worker_that_was_overtaken_leaves_nothing_of_its_work(project, editor, soiled, cleans, monkeypatch):
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    item = queries.items(clean(project, editor, soiled)).get()
    cleans(BETTER)
    slow = holding.claim(project.pk, item.pk)
    queries.pages(project.pk, item.pk).update(tries=9)
    running.WORK["clean"](slow)
    soiled.refresh_from_db()
    item.refresh_from_db()
    assert (soiled.version.number, soiled.source, item.state, item.report) == (1, "临江日报", "running", {})


def test_a_stranger_to_the_project_finds_no_such_batch(project, editor, soiled, stranger):
    batch = clean(project, editor, soiled)
    assert not queries.recleanings(stranger.memberships.get().project).exists()
    assert batch not in queries.batches(project)


def test_of_many_articles_a_few_are_queued_and_each_queues_another(project, owner, editor, cleans, monkeypatch):
    cleans(PAGE)
    articles = [import_capture(project, owner, Capture(str(n).encode())).article for n in range(5)]
    asked = []
    monkeypatch.setattr(tasks, "AHEAD", 2)
    monkeypatch.setattr(tasks.reclean.__class__, "enqueue", lambda task, *ids: asked.append(ids))
    batch = clean(project, editor, *articles)
    assert len(asked) == 2
    for ids in asked:
        tasks.reclean.func(*ids)
    assert len(asked) == 5
    assert states(batch) == ["same"] * 5


def test_what_a_killed_worker_left_is_cleaned_by_another(project, owner, editor, cleans, monkeypatch):
    cleans(PAGE)
    articles = [import_capture(project, owner, Capture(str(n).encode())).article for n in range(4)]
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    batch = clean(project, editor, *articles)
    holding.claim(project.pk, queries.items(batch)[0].pk)
    queries.items(batch).update(touched=timezone.now() - timedelta(hours=1))
    monkeypatch.undo()
    cleans(BETTER)
    batches.resume(batch)
    assert states(batch) == ["done"] * 4
    assert [article.versions.count() for article in articles] == [2] * 4
