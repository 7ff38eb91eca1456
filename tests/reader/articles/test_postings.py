"""Texts are cut by their project's terms: where they are made, and again in the background when the terms change."""

import pytest

from reader.articles import postings as articles_postings
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Posting, Sentences, TextVersion
from reader.projects import changing
from reader.text.segmentation import lengths

TEXT = """让街巷慢下来

街区以慢行优先促畅通。居民说好。

盲道也修好了。
"""


@pytest.fixture
def street(project, owner):
    return import_capture(project, owner, Capture(TEXT.encode(), filename="街.txt")).article


def words(article):
    version = TextVersion.objects.get(pk=article.version_id)
    found, start = [], 0
    for length in lengths(version.words):
        found.append(version.text[start : start + length])
        start += length
    return found


def postings(article):
    return set(Posting.objects.filter(article=article).values_list("term", flat=True))


def test_a_new_text_is_indexed_where_it_is_made(street):
    assert {"街区", "居民"} <= postings(street)
    assert Sentences.objects.get(article=street).version_id == street.version_id


def test_a_text_that_is_made_anew_takes_the_place_of_the_old_in_the_index(street, owner):
    from reader.capture.importing import keep_all

    keep_all(street, "别的一句话。", owner)
    assert "街区" not in postings(street)
    assert Sentences.objects.get(article=street).version_id == street.version_id


def test_new_terms_leave_the_words_until_the_task_has_come(street, project):
    articles_postings.settle(project.pk, ["慢行优先"])
    assert "慢行优先" not in words(street)
    articles_postings.catch_up(project.pk)
    assert "慢行优先" in words(street)
    assert "慢行优先" in postings(street)


def test_a_term_that_goes_lets_its_words_part_again(street, project):
    for terms in (["慢行优先"], []):
        articles_postings.settle(project.pk, terms)
        articles_postings.catch_up(project.pk)
    assert "慢行优先" not in words(street)


def test_a_text_without_the_changed_terms_is_not_cut_again(street, project):
    articles_postings.settle(project.pk, ["三江口"])
    project.refresh_from_db()
    assert not articles_postings.behind(project).exists()


def test_a_text_with_a_changed_term_is_behind(street, project):
    articles_postings.settle(project.pk, ["慢行优先"])
    project.refresh_from_db()
    assert list(articles_postings.behind(project)) == [street]


def test_a_new_text_is_cut_by_the_terms_there_are(project, owner):
    articles_postings.settle(project.pk, ["慢行优先"])
    project.refresh_from_db()
    made = import_capture(project, owner, Capture(TEXT.encode(), filename="街.txt")).article
    assert "慢行优先" in words(made)
    assert not articles_postings.behind(project).exists()


def test_a_text_that_was_never_indexed_is_caught_up_with(street, project):
    Sentences.objects.all().delete()
    Posting.objects.all().delete()
    articles_postings.catch_up(project.pk)
    assert "街区" in postings(street)


def test_catching_up_twice_does_no_harm(street, project):
    before = sorted(postings(street))
    Sentences.objects.update(vocabulary="old")
    articles_postings.catch_up(project.pk)
    articles_postings.catch_up(project.pk)
    assert sorted(postings(street)) == before


def test_a_project_that_is_gone_is_no_error(db):
    articles_postings.catch_up(0)


def test_terms_do_not_reach_another_project(street, project, stranger, owner):
    other = changing.create(owner, "另一个课题")
    theirs = import_capture(other, owner, Capture(TEXT.encode(), filename="街.txt")).article
    articles_postings.settle(project.pk, ["慢行优先"])
    articles_postings.catch_up(project.pk)
    assert "慢行优先" not in words(theirs)
    assert "慢行优先" not in postings(theirs)
