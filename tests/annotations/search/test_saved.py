"""Searches that people named."""

import re

import pytest
from django.http import QueryDict
from django.urls import reverse

from annotations.models import SavedSearch
from annotations.search import saved
from tests.annotations.search.scene import library, taken_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(project, owner):
    return library(project, owner)


@pytest.fixture
def visit(client_of, project, texts):
    """The search page as somebody sees it."""

    def get(user, query=""):
        answer = client_of(user).get(reverse("search", args=[project.pk]) + query)
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.content.decode())

    return get


@pytest.fixture
def keep(client_of, project, texts):
    def post(user, name="绿道在哪里", query="q=绿道&view=spread&sort=R1&reposts=1", **more):
        answer = client_of(user).post(reverse("search_save", args=[project.pk]), {"name": name, "query": query, **more})
        assert answer.status_code == 302
        return SavedSearch.objects.filter(user=user).last()

    return post


def test_what_is_kept_is_what_is_searched_not_how_it_is_looked_at(keep, owner):
    made = keep(owner)
    assert QueryDict(made.query).dict() == {"q": "绿道", "reposts": "1"}
    assert (made.total, made.shared) == (4, False)


def test_it_is_listed_and_says_what_is_new_until_it_is_looked_at(keep, visit, owner, project):
    made = keep(owner)
    assert "绿道在哪里" in visit(owner) and "自上次新增" not in visit(owner)
    taken_in(project, owner, "又一条", "绿道又修了一条，绿道。")
    assert "自上次新增 2 处" in visit(owner)
    visit(owner, f"?{made.query}&saved={made.pk}")
    assert "自上次新增" not in visit(owner)


def test_others_see_what_is_shared_and_nothing_else(keep, visit, owner, coder):
    keep(owner, "只给自己")
    keep(owner, "给大家", shared="1")
    page = visit(coder)
    assert "给大家" in page and "只给自己" not in page


def test_looking_at_anothers_search_leaves_it_as_it_was(keep, visit, owner, coder, project):
    made = keep(owner, shared="1")
    taken_in(project, owner, "又一条", "绿道又修了一条。")
    visit(coder, f"?{made.query}&saved={made.pk}")
    made.refresh_from_db()
    assert made.total == 4


def test_a_name_stands_for_the_last_search_it_was_given_to(keep, owner):
    keep(owner)
    assert QueryDict(keep(owner, query="q=夜校").query)["q"] == "夜校" and SavedSearch.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "query"), [("", "q=绿道"), ("名" * 61, "q=绿道"), ("名", ""), ("名", "q=" + "字" * 201), ("\0", "q=a")]
)
def test_what_cannot_be_kept_is_refused_in_words(client_of, project, owner, name, query):
    client = client_of(owner)
    answer = client.post(reverse("search_save", args=[project.pk]), {"name": name, "query": query}, follow=True)
    assert answer.status_code == 200 and not SavedSearch.objects.exists()
    assert "给检索起个名字" in answer.content.decode()


def test_there_is_an_end_to_how_many(keep, owner, monkeypatch):
    monkeypatch.setattr(saved, "MOST", 2)
    for number in range(4):
        keep(owner, f"第{number}个")
    assert SavedSearch.objects.count() == 2


def test_only_its_person_lets_go_of_it_and_editors_of_what_is_nobodys(keep, client_of, owner, coder, editor, project):
    made = keep(owner, shared="1")
    address = reverse("search_forget", args=[project.pk, made.pk])
    for somebody in (coder, editor):
        client_of(somebody).post(address)
        assert SavedSearch.objects.exists()
    SavedSearch.objects.update(user=None)
    client_of(coder).post(address)
    assert SavedSearch.objects.exists()
    client_of(editor).post(address)
    assert not SavedSearch.objects.exists()


def test_a_search_that_is_refused_by_now_is_still_listed(keep, visit, owner, monkeypatch):
    keep(owner)
    monkeypatch.setattr("annotations.search.finding.MOST", 0)
    assert "现在找不了" in visit(owner)


def test_what_was_typed_is_shown_and_never_run(keep, visit, owner):
    keep(owner, "<script>x</script>", query="q=%3Cscript%3E")
    page = visit(owner)
    assert "<script>x" not in page and "&lt;script&gt;x" in page
