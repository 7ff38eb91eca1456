"""A source that brings its own text is an article of its own, unless the project has that text."""

import pytest

from annotations.importing import placing
from annotations.imports import Notes, Passage, Source
from annotations.models import Highlight, Memo, Theme, Unplaced
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article, Membership

OLD = "全年计划\n\n去年修了十二公里步道。\n\n今年要种三百棵树。"
NEW = "去年修了十五公里步道。\n今年要种五百棵树。"


@pytest.fixture
def take(project, editor):
    membership = Membership.objects.get(project=project, user=editor)
    return lambda *passages, **notes: placing.place_all(membership, Notes("qdpx", passages, **notes), "x.qdpx")


def _passage(source, exact, **said):
    return Passage(source, exact, start=source.text.index(exact), **said)


def test_one_title_and_other_words_are_two_articles(project, editor, take):
    import_capture(project, editor, Capture(OLD.encode(), title="全年计划"))
    source = Source("全年计划", text=NEW, id="0")
    outcome = take(_passage(source, "十五公里"), _passage(source, "五百棵树"), sources=(source,))
    assert (outcome.articles, outcome.placed, outcome.changed) == (1, 2, ())
    assert {mark.exact for mark in Highlight.objects.all()} == {"十五公里", "五百棵树"}


def test_two_sources_of_one_name_stay_two(take):
    one, two = (Source("访谈", text=f"第{n}次访谈。\n大家都说好。", id=n) for n in "一二")
    take(_passage(one, "大家都说好", note="一"), _passage(two, "大家都说好", note="二"), sources=(one, two))
    texts = {mark.note: mark.article.current.text[:2] for mark in Highlight.objects.all()}
    assert texts == {"一": "第一", "二": "第二"}


def test_the_same_text_under_another_title_is_the_article_there_is(project, editor, take):
    there = import_capture(project, editor, Capture(OLD.encode(), title="全年计划")).article
    source = Source("改了名", text=there.current.text.replace("\n", "\r\n　　").replace("\r", ""), id="0")
    assert take(_passage(source, "三百棵"), sources=(source,)).articles == 0
    assert Highlight.objects.get().article == there


def test_the_same_file_again_brings_no_second_article(take):
    source = Source("访谈", text="问：路好走吗？\n答：好走。", id="0")
    take(_passage(source, "好走。"), sources=(source,))
    assert take(_passage(source, "好走。"), sources=(source,)).known == 1
    assert Article.objects.count() == 1


def test_a_number_that_differs_is_not_taken(project, editor, take):
    import_capture(project, editor, Capture(OLD.encode(), title="全年计划"))
    take(Passage(Source("全年计划"), "去年修了十五公里步道。", suffix="\n今年要种三百棵树。"))
    assert not Highlight.objects.exists()
    assert Unplaced.objects.count() == 1


def test_long_names_that_begin_alike_stay_two_themes(take):
    source = Source("访谈", text="甲说好。乙说好。", id="0")
    marks = [_passage(source, f"{who}说好", themes=(("长" * 70 + who,),)) for who in "甲乙"]
    take(*marks, sources=(source,))
    assert Theme.objects.count() == 2
    assert Theme.objects.filter(definition__contains="长" * 70 + "乙").count() == 1


def test_a_memo_joins_what_is_written_there(project, take):
    from annotations.imports.document import Memo as Said

    take(memos=(Said("先写的"),))
    take(memos=(Said("后写的"), Said("先写的")))
    assert Memo.objects.get(project=project).text == "先写的\n\n后写的"
    take(memos=(Said("先写"),))
    assert Memo.objects.get(project=project).text == "先写的\n\n后写的\n\n先写"
