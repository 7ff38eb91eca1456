import pytest

from reader.models import Project
from reader.projects import changing, queries


@pytest.fixture
def at(project):
    return lambda rest: f"/projects/{project.pk}/{rest}"


def test_a_project_can_be_made(owner, client_of):
    client_of(owner).post("/projects/", {"name": " 乡村振兴 "})
    assert queries.memberships(owner).get(project__name="乡村振兴").role == "owner"


def test_the_list_shows_ones_own_projects_only(project, owner, stranger, client_of):
    page = client_of(owner).get("/projects/").content.decode()
    assert "城市更新研究" in page
    assert "别人的课题" not in page


def test_the_list_takes_the_same_queries_for_many(project, owner, client_of, django_assert_max_num_queries):
    client = client_of(owner)
    for number in range(8):
        changing.create(owner, f"课题{number}")
    with django_assert_max_num_queries(5):
        client.get("/projects/")


def test_a_project_can_be_renamed(at, project, owner, client_of):
    client_of(owner).post(at("rename/"), {"name": "城市更新研究（二期）"})
    project.refresh_from_db()
    assert project.name == "城市更新研究（二期）"


def test_a_project_is_not_named_nothing(at, project, owner, client_of):
    answer = client_of(owner).post(at("rename/"), {"name": "  "})
    assert answer.status_code == 422
    project.refresh_from_db()
    assert project.name == "城市更新研究"


def test_deleting_asks_for_the_name(at, project, owner, client_of):
    assert client_of(owner).post(at("delete/"), {"name": "城市"}).status_code == 422
    assert Project.objects.filter(pk=project.pk).exists()


def test_deleting_takes_everything(at, project, article, owner, client_of):
    client_of(owner).post(at("delete/"), {"name": project.name})
    assert not Project.objects.filter(pk=project.pk).exists()


def test_who_is_a_member_already_is_told_so_and_kept(at, project, owner, viewer, client_of):
    answer = client_of(owner).post(at("members/add/"), {"username": "viewer", "role": "owner"}, follow=True)
    assert "已经是成员" in answer.content.decode()
    assert queries.members(project).get(user=viewer).role == "viewer"


def test_a_role_can_be_changed(at, project, owner, viewer, client_of):
    client_of(owner).post(at(f"members/{viewer.pk}/change/"), {"role": "editor"})
    assert queries.members(project).get(user=viewer).role == "editor"


def test_the_last_owner_is_told_to_stay(at, project, owner, client_of):
    answer = client_of(owner).post(at(f"members/{owner.pk}/remove/"), follow=True)
    assert "至少要有一位负责人" in answer.content.decode()
    assert queries.is_member(project, owner)


def test_a_member_of_another_project_is_404(at, owner, stranger, client_of):
    assert client_of(owner).post(at(f"members/{stranger.pk}/remove/")).status_code == 404
