"""What opening an article costs: the same few queries however many marks, and few bytes a mark."""

from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotations.models import Highlight, Tagging
from reader.capture.importing import make_version
from reader.extraction import Block, Page

PAGE, DESK = "/projects/{}/articles/{}/", "/api/projects/{}/articles/{}/desk"


@pytest.fixture
def address(essay):
    return lambda path: path.format(essay.project_id, essay.pk)


@pytest.fixture
def marked(essay, coder, theme):
    """Give the essay so many marks of three themes, without their events."""
    themes = [theme(name) for name in "甲乙丙"]
    text = essay.version.text

    def make(count):
        common = {"project": essay.project, "article": essay, "version": essay.version, "author": coder}
        starts = [number * 7 % (len(text) - 9) for number in range(count)]
        rows = Highlight.objects.bulk_create(
            Highlight(uuid=uuid4(), start=start, end=start + 9, exact=text[start : start + 9], **common)
            for start in starts
        )
        Tagging.objects.bulk_create(
            Tagging(project=essay.project, highlight=row, theme=themes[number % 3]) for number, row in enumerate(rows)
        )

    return make


@pytest.mark.parametrize(("path", "queries"), [(PAGE, 6), (DESK, 8)])
@pytest.mark.parametrize("marks", [0, 1, 500])
def test_opening_takes_as_many_queries_whatever_the_marks(client_of, coder, address, marked, path, queries, marks):
    marked(marks)
    client = client_of(coder)
    client.get(address(PAGE))
    with CaptureQueriesContext(connection) as made:
        client.get(address(path))
    assert len(made) == queries


@pytest.mark.parametrize("path", [PAGE, DESK])
def test_no_words_are_cut_while_a_reader_waits(client_of, coder, essay, address, path, monkeypatch):
    """They were when the version was made, with the project's terms."""
    monkeypatch.setattr("jieba.Tokenizer.cut", None)
    monkeypatch.setattr("reader.articles.preparing.boundaries", None)
    answer = client_of(coder).get(address(path))
    assert answer.status_code == 200
    assert path == PAGE or answer.json()["words"] == essay.version.words != ""


def test_a_mark_takes_sixty_bytes_at_most(client_of, coder, address, marked):
    def size():
        answer = client_of(coder).get(address(DESK), headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        return len(answer.content)

    without = size()
    marked(500)
    assert size() - without <= 60 * 500


def test_the_desk_brings_no_marks_of_an_older_text(put, coder, body, desk, essay, owner):
    put(coder, 1, body("慢行优先"))
    with transaction.atomic():
        make_version(essay, Page(title="", blocks=(Block("paragraph", "全文另写，一句不留。"),)), owner)
    assert desk(coder)["highlights"] == []
