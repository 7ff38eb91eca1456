import pytest

from reader.models import Membership
from reader.projects import changing, queries


def _membership(project, user):
    return Membership.objects.get(project=project, user=user)


def test_who_makes_a_project_owns_it(owner):
    made = changing.create(owner, "新课题")
    assert _membership(made, owner).role == "owner"


def test_the_last_owner_cannot_step_down(project, owner):
    with pytest.raises(changing.LastOwner):
        changing.change_role(_membership(project, owner), "viewer")
    assert _membership(project, owner).role == "owner"


def test_the_last_owner_cannot_leave(project, owner):
    with pytest.raises(changing.LastOwner):
        changing.remove_member(_membership(project, owner))


def test_an_owner_may_leave_to_another(project, owner, editor):
    changing.change_role(_membership(project, editor), "owner")
    changing.remove_member(_membership(project, owner))
    assert not queries.is_member(project, owner)


def test_adding_a_member_again_changes_the_role(project, viewer):
    assert changing.add_member(project, viewer, "coder") is False
    assert _membership(project, viewer).role == "coder"


def test_a_project_is_found_by_name_or_id(project):
    assert queries.project_named("城市更新研究") == queries.project_named(str(project.pk)) == project


def test_two_projects_of_one_name_are_told_apart_by_id(project, owner):
    twin = changing.create(owner, project.name)
    with pytest.raises(queries.UnclearProject) as unclear:
        queries.project_named(project.name)
    assert unclear.value.found == [project, twin]


def test_a_name_that_is_another_projects_id_is_unclear(project, owner):
    changing.create(owner, str(project.pk))
    with pytest.raises(queries.UnclearProject):
        queries.project_named(str(project.pk))
