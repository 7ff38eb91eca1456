"""Labels and the star: one mechanism, kept to the project, each change answered so that it can be taken back."""

import pytest

from reader.labels import giving, queries
from reader.models import Label, Labelling, Membership
from reader.projects import changing


@pytest.fixture
def membership(project, coder):
    return Membership.objects.get(project=project, user=coder)


def test_a_label_is_made_once_whatever_white_space_its_name_has(project):
    assert giving.label_named(project, " 待  读 ") == giving.label_named(project, "待 读")


@pytest.mark.parametrize("name", ["", "  ", "字" * 41, "有\0"])
def test_a_label_has_a_name_that_can_be_kept(project, name):
    with pytest.raises(giving.NoName):
        giving.label_named(project, name)


def test_giving_answers_only_those_that_did_not_have_it(membership, article):
    label = giving.label_named(membership.project, "待读")
    assert giving.give(membership, label, [article]) == [article.pk]
    assert giving.give(membership, label, [article]) == []
    assert Labelling.objects.get().made_by == membership.user


def test_a_label_that_nothing_has_is_gone_and_the_star_stays(membership, article):
    label, star = giving.label_named(membership.project, "待读"), giving.star_of(membership.project)
    for one in (label, star):
        giving.give(membership, one, [article])
        assert giving.take_off(membership, one, [article]) == [article.pk]
    assert list(Label.objects.all()) == [star]


def test_counts_leave_out_the_bin(membership, article):
    from reader.articles.bin import delete

    giving.give(membership, giving.label_named(membership.project, "待读"), [article])
    delete(article)
    assert [(label.name, count) for label, count in queries.counted(membership.project)] == [("待读", 0)]


def test_projects_keep_their_labels_apart(membership, article, owner):
    other = changing.create(owner, "另一个")
    giving.give(membership, giving.label_named(membership.project, "待读"), [article])
    assert queries.counted(other) == []
    assert queries.chosen(other, [article.pk]) == []
