"""What is found is what a scan of every text finds, whatever was done to the texts since."""

import random

import pytest

from annotations.search.finding import find
from annotations.search.language import Query, Refused, literal, parse
from reader.articles import bin, blocks, tasks
from reader.articles.queries import articles
from reader.models import Article, IndexedBlock, Project
from reader.text.folding import fold
from tests.annotations.search import scene
from tests.annotations.search.scene import TEXTS, taken_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(project, owner):
    return scene.library(project, owner)


def scanned(project, wanted):
    """(article, block, start) of every place, by looking through all texts; those in one block do not overlap."""
    places = []
    for article in articles(project).select_related("version"):
        for number, text in enumerate([article.title, *(block["text"] for block in article.current.blocks)]):
            start, folded = 0, fold(text)
            while (start := folded.find(wanted, start)) >= 0:
                places.append((article.pk, number, start))
                start += len(wanted)
    return sorted(places)


def found(project, wanted):
    hits = [hit for one in find(project, Query(literal(wanted))).hits.values() for hit in one]
    starts = {row.pk: row for row in IndexedBlock.objects.filter(project=project)}
    first = {(row.article_id, row.number): row.start for row in starts.values()}
    return sorted((hit.article, hit.number, hit.start - first[hit.article, hit.number]) for hit in hits)


def some_parts(project, count):
    """Parts of 1 to 12 characters of the texts, and some that may be nowhere."""
    choose = random.Random(7)
    texts = [
        text
        for article in articles(project).select_related("version")
        for text in (article.title, article.current.text)
    ]
    for _ in range(count):
        text = choose.choice(texts).replace("\n", "")
        start = choose.randrange(len(text))
        part = text[start : start + choose.randint(1, 12)]
        yield fold("".join(choose.sample(part, len(part))) if choose.random() < 0.1 else part)


def agree(project, count=60):
    for part in some_parts(project, count):
        assert found(project, part) == scanned(project, part), part


def test_parts_of_texts_are_found_as_a_scan_finds_them(project, library):
    agree(project, 200)


def test_also_after_titles_are_corrected_texts_deleted_restored_and_made_anew(project, owner, library):
    first, second, _ = library.values()
    second.title = "一封旧信"
    second.save(update_fields=["title"])
    bin.delete(first)
    agree(project)
    assert not found(project, "绿道")
    bin.restore(first)
    agree(project)


def test_a_stranger_s_texts_are_not_found(project, library, stranger):
    theirs = Project.objects.get(memberships__user=stranger)
    taken_in(theirs, stranger, "别处的绿道", "绿道在别处。")
    assert set(find(theirs, parse("绿道")).hits) == set(articles(theirs).values_list("pk", flat=True))
    agree(project)


def titles(project, typed, **options):
    return {Article.objects.get(pk=pk).title for pk in find(project, parse(typed), **options).hits}


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("城市 绿道", {"绿道连起城市生活"}),
        ("城市|国务院", set(TEXTS)),
        ("城市 -夜校", {"绿道连起城市生活"}),
        ("国发[2024]1号", {"國發〔2024〕1號解讀"}),
        ("以*促*更新", {"绿道连起城市生活"}),
        ("到20??年", {"绿道连起城市生活"}),
        ("标题:夜校", {"乡镇的夜校"}),
        ("更新 -标题:绿道", {"乡镇的夜校"}),
        ("学", {"乡镇的夜校"}),
        ("没有的话", set()),
    ],
)
def test_queries_leave_the_articles_they_speak_of(project, library, typed, which):
    assert titles(project, typed) == which


def test_terms_may_have_to_be_in_one_paragraph_or_sentence(project, library):
    assert titles(project, "公里 居民") == {"绿道连起城市生活"}
    assert titles(project, "公里 居民", within="paragraph") == set()
    assert titles(project, "人为本 绿道", within="paragraph") == {"绿道连起城市生活"}
    assert titles(project, "人为本 绿道", within="sentence") == set()
    assert titles(project, "公里 促", within="sentence") == {"绿道连起城市生活"}


def test_what_is_too_common_is_refused(project, library, monkeypatch):
    monkeypatch.setattr("annotations.search.finding.MOST", 3)
    with pytest.raises(Refused):
        find(project, parse("绿"))


def test_texts_that_were_there_before_are_indexed_in_the_background(project, library):
    IndexedBlock.objects.all().delete()
    assert blocks.behind(project).count() == len(TEXTS) and not find(project, parse("绿道")).hits
    tasks.queue_what_is_behind()
    assert not blocks.behind(project).exists()
    agree(project)
