"""The home page: what a person comes back to over all their projects, and nothing of others'."""

import pytest

from annotations.models import Unplaced
from reader.articles.bin import delete
from reader.models import Batch, BatchItem, Progress
from reader.projects import changing


@pytest.fixture
def home(client_of):
    return lambda user: client_of(user).get("/").context


def said(context):
    return [(row.what, row.project) for row in context["waiting"]]


def test_without_an_account_it_leads_to_the_welcome(client, db):
    assert client.get("/").headers["Location"] == "/welcome/"


def test_a_stranger_sees_nothing_of_the_project(home, stranger, article, coder):
    context = home(stranger)
    assert [membership.project.name for membership, _count in context["memberships"]] == ["别人的课题"]
    assert (list(context["captured"]), list(context["begun"]), context["waiting"], context["changes"]) == (
        [],
        [],
        [],
        [],
    )


def test_what_was_begun_is_gone_on_with_and_what_was_finished_not(home, project, article, coder):
    row = Progress.objects.create(project=project, article=article, user=coder, block=2, blocks=4)
    assert [row.article for row in home(coder)["begun"]] == [article]
    row.block = 4
    row.save()
    assert list(home(coder)["begun"]) == []


def test_what_is_in_the_bin_is_not_offered(home, project, article, coder):
    Progress.objects.create(project=project, article=article, user=coder, block=2, blocks=4)
    assert list(home(coder)["captured"]) == [article]
    delete(article)
    context = home(coder)
    assert (list(context["captured"]), list(context["begun"])) == ([], [])


def test_what_waits_is_told_to_those_who_decide(home, project, article, editor, coder):
    Unplaced.objects.create(project=project, exact="别处的话")
    batch = Batch.objects.create(project=project, made_by=editor)
    BatchItem.objects.create(project=project, batch=batch, position=0, state="failed")
    assert said(home(editor)) == [
        ("1 处圈点待安放", project.name),
        ("1 篇有建议主题待定", project.name),
        ("1 个没有收成", project.name),
    ]
    assert said(home(coder)) == []


@pytest.fixture
def marked(client_of, project, article):
    def mark(user, number):
        version = article.version
        start, end = number, number + 4
        exact = version.text[start:end]
        fields = {"article": article.pk, "version": version.pk, "start": start, "end": end, "exact": exact}
        fields |= {"prefix": version.text[max(0, start - 32) : start], "suffix": version.text[end : end + 32]}
        path = f"/api/projects/{project.pk}/highlights/00000000-0000-4000-8000-00000000000{number}"
        answer = client_of(user).put(path, fields, content_type="application/json")
        assert answer.status_code == 201

    return mark


def test_what_others_did_is_summed_up_and_ones_own_left_out(home, marked, article, coder, editor):
    for number in (1, 2, 3):
        marked(coder, number)
    marked(editor, 4)
    (change,) = home(editor)["changes"]
    assert (change.who, change.what, change.count, change.where) == ("coder", "圈点", 3, article.title)
    assert change.address == article.get_absolute_url()


def test_many_projects_take_no_more_queries_than_one(client_of, owner, project, article, django_assert_max_num_queries):
    client = client_of(owner)
    client.get("/")
    for number in range(6):
        changing.create(owner, f"课题{number}")
    with django_assert_max_num_queries(12):
        client.get("/")


def test_the_bar_leads_to_other_projects_and_says_where_one_is(client_of, owner, project):
    other = changing.create(owner, "另一个课题")
    page = client_of(owner).get(f"/projects/{project.pk}/notes/").content.decode()
    assert f'href="{other.get_absolute_url()}"' in page
    assert page.count('aria-current="page"') == 2
    theme = client_of(owner).get(f"/projects/{project.pk}/terms/").content.decode()
    assert 'aria-current="true"' in theme
