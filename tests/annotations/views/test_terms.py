"""The page of the project's words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import Codebook


@pytest.fixture
def page(client_of, project):
    def fetched(user, query=""):
        return client_of(user).get(f"/projects/{project.pk}/terms/{query}")

    return fetched


@pytest.fixture
def change(client_of, project):
    def posted(user, act, word, **fields):
        data = {"act": act, "word": word} | fields
        return client_of(user).post(f"/projects/{project.pk}/terms/change/", data, follow=True)

    return posted


def test_a_word_is_shown_with_what_it_changes(page, change, essay, editor):
    change(editor, "add", "慢行优先")
    shown = page(editor).content.decode()
    assert "<i>慢行</i><i>优先</i></del>" in shown
    assert "<i>慢行优先</i></ins>" in shown


def test_a_word_that_changes_nothing_says_so(page, change, essay, editor):
    change(editor, "add", "居民")
    assert "本来就断得对" in page(editor).content.decode()


def test_a_word_of_no_article_says_so(page, change, essay, editor):
    change(editor, "add", "三江口")
    assert "文章里还没有出现" in page(editor).content.decode()


def test_a_word_is_looked_at_before_it_is_added(page, essay, editor, project):
    assert "<i>慢行优先</i></ins>" in page(editor, "?word=慢行优先").content.decode()
    assert not Codebook.objects.filter(project=project).exists()


@pytest.mark.parametrize("word", ["字" * 21, "绿", "%00", "𠮷"])
def test_a_word_that_cannot_be_is_told_or_ignored(page, essay, editor, word):
    assert page(editor, f"?word={word}").status_code == 200


def test_texts_that_wait_are_told(page, essay, editor):
    from reader.models import Sentences

    Sentences.objects.all().delete()
    assert "还有 1 篇在后台重新分词" in page(editor).content.decode()


def test_an_unknown_act_is_404(change, editor):
    assert change(editor, "sell", "绿道").status_code == 404


def test_undo_comes_back_to_this_page(client_of, change, project, editor):
    change(editor, "add", "口袋公园")
    answer = client_of(editor).post(f"/projects/{project.pk}/codebook/undo/", {"back": "terms"})
    assert answer.headers["Location"] == f"/projects/{project.pk}/terms/"
    assert Codebook.objects.get(project=project).terms == []


def test_a_reader_sees_the_words_without_ways_to_change_them(page, change, editor, viewer):
    change(editor, "add", "口袋公园")
    shown = page(viewer).content.decode()
    assert "口袋公园" in shown
    assert "terms/change" not in shown


def test_the_number_of_queries_does_not_grow_with_the_words(page, change, essay, editor):
    change(editor, "add", "慢行优先")
    with CaptureQueriesContext(connection) as few:
        page(editor)
    change(editor, "add", "小微更新、邻里共商、三江口、口袋公园")
    with CaptureQueriesContext(connection) as many:
        page(editor)
    assert len(many) == len(few)
