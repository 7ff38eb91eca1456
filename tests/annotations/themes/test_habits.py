"""What a project made of names before is remembered."""

import pytest

from annotations.models import ArticleTheme
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture

BODY = "先说明现状，再举出几处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。" * 2


def essay_of(project, owner, number, *leads, more=""):
    texts = [
        f"第{number}条街巷",
        f"第{number}条街巷的好坏，住在里面的人最清楚。" + BODY,
        *(lead + BODY for lead in leads),
        BODY,
    ]
    data = "\n\n".join([*texts, more]).encode()
    return import_capture(project, owner, Capture(data, filename=f"{number}.txt")).article


@pytest.fixture
def make(project, owner):
    leads = ("以慢行优先促畅通。", "以小微更新促活力。", "以邻里共商促长久。")
    return lambda number, **options: essay_of(project, owner, number, *leads, **options)


def names(article):
    return [row.name for row in ArticleTheme.objects.filter(article=article).order_by("position")]


def named(article, name):
    return ArticleTheme.objects.get(article=article, name=name)


def test_a_name_rejected_is_not_proposed_on_a_repost(make, api, editor):
    first = make(1)
    api(editor, "patch", f"article-themes/{named(first, '小微更新').pk}", {"status": "rejected"})
    repost = make(1, more="（转载时加了这一句，正文没有改动。）")
    assert repost.repost_of == first
    assert names(repost) == ["慢行优先", "邻里共商"]


def test_on_another_text_it_is(make, project, owner, api, editor):
    first = make(1)
    api(editor, "patch", f"article-themes/{named(first, '小微更新').pk}", {"status": "rejected"})
    other = "另一座城的河水绕着老街，摆渡的人说起从前的事，总要先喝一口茶，再看看对岸的灯。" * 8
    second = essay_of(project, owner, 2, "以小微更新促活力。" + other, "以邻里共商促长久。" + other)
    assert second.repost_of is None
    assert "小微更新" in names(second)


@pytest.mark.parametrize(("times", "offered"), [(2, "小微更新"), (3, "微更新")])
def test_what_was_renamed_alike_three_times_is_offered_so(project, owner, api, editor, times, offered):
    def one(number):
        own = f"{number}号街区有自己的来历和脾气，老人讲得出每一块石头的年岁，孩子认得每一条近路。" * (4 * number)
        return essay_of(project, owner, number, "以小微更新促活力。" + own, "以邻里共商促长久。" + own)

    for number in range(1, times + 1):
        row = named(one(number), "小微更新")
        assert api(editor, "patch", f"article-themes/{row.pk}", {"name": "微更新"}).status_code == 200
    assert offered in names(one(times + 1))
