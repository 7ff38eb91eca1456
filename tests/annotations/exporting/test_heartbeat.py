"""An export that is long in writing is heard of."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from annotations.exporting import writing
from annotations.exports import FORMATS
from annotations.models import Export


@pytest.mark.django_db(transaction=True)
def test_a_format_that_asks_for_no_article_is_still_heard_of(lost, monkeypatch):
    monkeypatch.setattr(writing, "HEARTBEAT", 0.05)
    long_ago = timezone.now() - timedelta(hours=1)
    monkeypatch.setattr(FORMATS["csv"], "write", lambda document, output: _touched_since(long_ago))
    export = lost()
    writing.write(export.pk)
    export.refresh_from_db()
    assert export.status == "done"


@pytest.mark.django_db(transaction=True)
def test_an_export_is_heard_of_again_after_the_database_was_away(lost, monkeypatch):
    change, failed = writing.queries.change, []

    def changing(row, only, **fields):
        if threading.current_thread().name.startswith("export") and len(failed) < 2:
            failed.append(row)
            raise OperationalError("database is locked")
        return change(row, only, **fields)

    long_ago = timezone.now() - timedelta(hours=1)
    monkeypatch.setattr(writing, "HEARTBEAT", 0.05)
    monkeypatch.setattr(writing.queries, "change", changing)
    monkeypatch.setattr(FORMATS["csv"], "write", lambda document, output: _touched_since(long_ago))
    export = lost()
    writing.write(export.pk)
    export.refresh_from_db()
    assert (export.status, len(failed)) == ("done", 2)


def _touched_since(long_ago):
    Export.objects.update(touched=long_ago)
    for _ in range(200):
        if Export.objects.get().touched > long_ago:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was heard of the export")
