"""Many articles at once, each step taken back as one."""

import pytest
from django.utils import timezone

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.labels import queries
from reader.models import Article, Batch, BatchItem, Preferences


@pytest.fixture
def three(project, owner):
    texts = [f"第{number}篇\n\n这一篇说的是第{number}件事情，也只说这一件。" for number in "一二三"]
    return [
        import_capture(project, owner, Capture(text.encode(), filename=f"{text[:3]}.txt")).article for text in texts
    ]


@pytest.fixture
def act(project, client_of):
    def posted(user, act, articles, **data):
        ids = [article.pk for article in articles]
        return client_of(user).post(f"/projects/{project.pk}/articles/act/", {"act": act, "article": ids, **data})

    return posted


def deleted():
    return set(Article.objects.exclude(deleted=None).values_list("title", flat=True))


def labelled(project):
    return {str(label): count for label, count in queries.counted(project)}


def test_many_are_deleted_and_one_undo_brings_all_back(act, client_of, editor, project, three):
    client, address = client_of(editor), f"/projects/{project.pk}/"
    ids = [article.pk for article in three[:2]]
    page = client.post(f"{address}articles/act/", {"act": "delete", "article": ids}, follow=True)
    assert deleted() == {"第一篇", "第二篇"}
    assert "2 篇已移到回收站" in page.content.decode()
    assert 'data-step="undo"' in page.content.decode()
    page = client.post(f"{address}articles/undo/", follow=True)
    assert deleted() == set()
    assert "已撤销" in page.content.decode()
    assert "没有可撤销的操作" in client.post(f"{address}articles/undo/", follow=True).content.decode()


def test_the_bin_of_one_article_has_the_way_back_too(client_of, editor, project, three):
    client = client_of(editor)
    page = client.post(f"/projects/{project.pk}/articles/{three[0].pk}/delete/", follow=True).content.decode()
    assert f"/projects/{project.pk}/articles/undo/" in page
    client.post(f"/projects/{project.pk}/articles/undo/")
    assert deleted() == set()


def test_many_are_restored_from_the_bin(act, editor, three):
    Article.objects.update(deleted=timezone.now())
    act(editor, "restore", three[1:])
    assert deleted() == {"第一篇"}


def test_a_label_is_given_to_many_and_undone_only_where_it_was_new(act, client_of, coder, project, three):
    act(coder, "label", three[:1], label="待读")
    client = client_of(coder)
    ids = [article.pk for article in three]
    client.post(f"/projects/{project.pk}/articles/act/", {"act": "label", "label": "待读", "article": ids})
    assert labelled(project) == {"待读": 3}
    client.post(f"/projects/{project.pk}/articles/undo/")
    assert labelled(project) == {"待读": 1}


def test_taking_a_label_off_is_undone_even_when_it_was_the_last(act, client_of, coder, project, three):
    act(coder, "label", three[:2], label="待读")
    client, ids = client_of(coder), [article.pk for article in three[:2]]
    client.post(f"/projects/{project.pk}/articles/act/", {"act": "unlabel", "label": "待读", "article": ids})
    assert labelled(project) == {}
    client.post(f"/projects/{project.pk}/articles/undo/")
    assert labelled(project) == {"待读": 2}


def test_the_star_of_one_row_is_pressed_and_released(act, coder, project, three):
    act(coder, f"star:{three[1].pk}", three[:1])
    assert labelled(project) == {"星标": 1}
    act(coder, f"unstar:{three[1].pk}", [])
    assert labelled(project) == {"星标": 0}


@pytest.mark.parametrize(
    ("who", "what", "status"), [("viewer", "star", 403), ("coder", "delete", 403), ("viewer", "export", 302)]
)
def test_each_act_asks_for_its_own_right(act, request, three, who, what, status):
    assert act(request.getfixturevalue(who), what, three).status_code == status
    assert deleted() == set()


def test_undo_asks_for_the_right_of_what_it_does(client_of, editor, project, three):
    client = client_of(editor)
    client.post(f"/projects/{project.pk}/articles/act/", {"act": "delete", "article": [three[0].pk]})
    project.memberships.filter(user=editor).update(role="coder")
    assert client.post(f"/projects/{project.pk}/articles/undo/").status_code == 403
    assert deleted() == {"第一篇"}


def test_articles_of_another_project_are_left_alone(client_of, stranger, three):
    mine = stranger.memberships.get().project
    client_of(stranger).post(f"/projects/{mine.pk}/articles/act/", {"act": "delete", "article": [three[0].pk]})
    assert deleted() == set()


@pytest.mark.parametrize("data", [{"article": []}, {"article": ["x", "-1", "9" * 30, "²"]}])
def test_nothing_chosen_is_said(client_of, editor, project, three, data):
    page = client_of(editor).post(f"/projects/{project.pk}/articles/act/", {"act": "delete", **data}, follow=True)
    assert "先勾选文章" in page.content.decode()


@pytest.mark.parametrize("name", ["", "字" * 41])
def test_a_label_without_a_name_is_refused_in_words(client_of, coder, project, three, name):
    data = {"act": "label", "label": name, "article": [three[0].pk]}
    page = client_of(coder).post(f"/projects/{project.pk}/articles/act/", data, follow=True)
    assert "标签要有名字" in page.content.decode()


def test_an_unknown_act_is_404(act, editor, three):
    assert act(editor, "burn", three).status_code == 404


def test_the_way_back_stays_on_this_site(act, editor, three):
    assert act(editor, "star", three, back="https://elsewhere.example/").headers["Location"].startswith("/projects/")
    assert act(editor, "star", three, back="//elsewhere.example/").headers["Location"].startswith("/projects/")
    assert act(editor, "star", three, back="/help/").headers["Location"] == "/help/"


def test_captured_again_are_those_with_an_address(act, editor, three):
    Article.objects.filter(pk=three[0].pk).update(url="https://news.example/a.html")
    answer = act(editor, "again", three)
    assert answer.headers["Location"] == Batch.objects.get().get_absolute_url()
    assert [item.url for item in BatchItem.objects.all()] == ["https://news.example/a.html"]


def test_without_an_address_nothing_is_captured(act, editor, three):
    assert "/batches/" not in act(editor, "again", three).headers["Location"]
    assert not Batch.objects.exists()


def test_an_export_shows_the_notes_of_those_chosen(act, viewer, project, three):
    where = act(viewer, "export", three[:2]).headers["Location"]
    assert where == f"/projects/{project.pk}/notes/?among={three[0].pk}%2C{three[1].pk}"


def test_density_is_the_persons_own_and_kept(client_of, viewer, coder, project):
    client_of(viewer).post(f"/projects/{project.pk}/density/", {"compact": "1"})
    assert Preferences.objects.get(user=viewer).compact
    assert not Preferences.objects.filter(user=coder).exists()


def test_two_are_compared_the_one_that_appeared_first_as_the_old_one(act, viewer, project, three):
    Article.objects.filter(pk=three[1].pk).update(published="2024-03-05T01:00:00+08:00")
    Article.objects.filter(pk=three[0].pk).update(published="2025-03-05T01:00:00+08:00")
    answer = act(viewer, "compare", three[:2])
    assert answer.url == f"/projects/{project.pk}/analysis/drift/?old={three[1].pk}&new={three[0].pk}"


@pytest.mark.parametrize("count", [1, 3])
def test_not_two_are_not_compared(act, viewer, project, three, count):
    assert act(viewer, "compare", three[:count]).url == f"/projects/{project.pk}/"


def test_a_stranger_compares_nothing(act, stranger, three):
    assert act(stranger, "compare", three[:2]).status_code == 404
