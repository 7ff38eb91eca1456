"""The project's words: from its themes by themselves, and by hand; its texts are cut by them."""

import pytest

from annotations.codebook import arranging, merging
from annotations.codebook import terms as codebook_terms
from annotations.models import Event
from annotations.refusals import Refusal
from annotations.themes import making
from annotations.themes.making import Description
from annotations.undoing import steps
from reader.models import Membership, Posting, Project
from reader.text.themes import derive


@pytest.fixture
def membership(project, editor):
    return Membership.objects.get(project=project, user=editor)


def held(project):
    return codebook_terms.words(project)


def cut_by(project):
    return Project.objects.get(pk=project.pk).terms


def test_a_theme_brings_its_name_and_keywords(project, theme):
    theme("慢行优先", keywords=["步行街", "骑行道"])
    assert held(project) == sorted(["慢行优先", "步行街", "骑行道"])


def test_a_word_tells_where_it_comes_from(project, theme):
    street = theme("慢行优先", keywords=["步行街"])
    assert {(term.word, term.theme, term.keyword) for term in codebook_terms.terms(project)} == {
        ("慢行优先", street, False),
        ("步行街", street, True),
    }


def test_words_added_by_hand_are_told_first(project, membership, theme):
    theme("三江口")
    codebook_terms.edit(membership, "add", "口袋公园")
    assert [term.word for term in codebook_terms.terms(project)] == ["口袋公园", "三江口"]


@pytest.mark.parametrize("name", ["绿", "一个主题的名称要是长过二十个字就成了一句话"])
def test_a_name_too_short_or_too_long_is_no_word(project, theme, name):
    theme(name)
    assert held(project) == []


def test_themes_of_other_projects_bring_nothing(project, stranger):
    from annotations.models import Theme

    Theme.objects.create(project=Project.objects.exclude(pk=project.pk).get(), name="别处的词")
    assert held(project) == []


def test_a_new_theme_cuts_the_texts(essay, project, membership):
    making.create(membership, "慢行优先", None)
    assert cut_by(project) == ["慢行优先"]
    assert Posting.objects.filter(project=project, term="慢行优先").exists()


def test_a_new_name_takes_the_place_of_the_old(project, membership):
    theme = making.create(membership, "慢行优先", None)
    making.describe(membership, theme.pk, Description("小微更新", keywords=("口袋公园",)))
    assert cut_by(project) == sorted(["小微更新", "口袋公园"])


def test_what_changes_no_word_cuts_nothing(project, membership, monkeypatch):
    theme = making.create(membership, "慢行优先", None)
    queued = []
    monkeypatch.setattr("annotations.codebook.tasks.cut_texts", type("", (), {"enqueue": queued.append}))
    making.describe(membership, theme.pk, Description("慢行优先", definition="车让人"))
    assert queued == []


def test_an_archived_theme_takes_its_words_along(project, membership):
    theme = making.create(membership, "慢行优先", None)
    arranging.archive(membership, theme.pk)
    assert cut_by(project) == []


def test_a_merged_theme_leaves_only_its_keywords(project, membership):
    first, second = (making.create(membership, name, None) for name in ("慢行优先", "小微更新"))
    making.describe(membership, first.pk, Description("慢行优先", keywords=("步行街",)))
    merging.merge(membership, first.pk, second.pk)
    assert cut_by(project) == sorted(["小微更新", "步行街"])


def test_words_are_added_by_hand_each_once(project, membership):
    codebook_terms.edit(membership, "add", "口袋公园、 三江口,口袋公园")
    assert cut_by(project) == sorted(["口袋公园", "三江口"])


@pytest.mark.parametrize(
    ("written", "why"),
    [("", "empty_term"), (" 、\u200b", "empty_term"), ("绿", "term_length"), ("字" * 61, "term_length")],
)
def test_what_cannot_be_a_word_is_refused(project, membership, written, why):
    with pytest.raises(Refusal, check=lambda refusal: refusal.code == why):
        codebook_terms.edit(membership, "add", written)
    assert held(project) == []


def test_too_many_words_are_refused(project, membership, monkeypatch):
    monkeypatch.setattr(codebook_terms, "MOST", 1)
    with pytest.raises(Refusal):
        codebook_terms.edit(membership, "add", "口袋公园、三江口")


def test_a_word_is_changed(project, membership):
    codebook_terms.edit(membership, "add", "口袋公圆")
    codebook_terms.edit(membership, "change", "口袋公园", "口袋公圆")
    assert cut_by(project) == ["口袋公园"]


def test_a_change_that_is_refused_leaves_the_old_word(project, membership):
    codebook_terms.edit(membership, "add", "口袋公园")
    with pytest.raises(Refusal):
        codebook_terms.edit(membership, "change", "园", "口袋公园")
    assert cut_by(project) == ["口袋公园"]


def test_a_word_is_removed(project, membership):
    codebook_terms.edit(membership, "add", "口袋公园")
    codebook_terms.edit(membership, "remove", "口袋公园")
    assert cut_by(project) == []


def test_a_theme_s_word_is_withheld_and_released(project, membership):
    making.create(membership, "慢行优先", None)
    codebook_terms.edit(membership, "withhold", "慢行优先")
    assert cut_by(project) == []
    codebook_terms.edit(membership, "release", "慢行优先")
    assert cut_by(project) == ["慢行优先"]


def test_an_edit_is_an_event_that_is_undone_and_redone(project, membership):
    codebook_terms.edit(membership, "add", "口袋公园")
    assert Event.objects.filter(project=project).values_list("action", "subject").get() == ("edit_terms", "codebook")
    steps.undo(membership, None)
    assert cut_by(project) == []
    steps.redo(membership, None)
    assert cut_by(project) == ["口袋公园"]


def test_an_edit_that_changes_nothing_leaves_no_trace(project, membership):
    codebook_terms.edit(membership, "remove", "没有的词")
    assert not Event.objects.filter(project=project).exists()


def test_a_project_s_word_is_a_characteristic_term_where_its_parts_were():
    line = "街区以慢行优先为原则，慢行优先要落到实处，慢行要有道，公交可以优先，慢行还要有灯，校车也可以优先。"
    texts = [line * 4, "石板路也铺平了，井盖也换新了，路灯也修好了。" * 4]
    names = [[proposal.name for proposal in derive("街", texts, None, terms)] for terms in ([], ["慢行优先"])]
    assert ["慢行优先" in found for found in names] == [False, True]
