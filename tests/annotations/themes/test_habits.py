"""What a project made of names before is remembered."""

import pytest

from annotations.history import changes
from annotations.models import ArticleTheme, Event
from annotations.themes import habits
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


def test_an_open_page_of_a_repost_learns_that_a_name_was_rejected(make, project, owner, api, editor):
    first, repost = make(1), make(1, more="（转载时加了这一句，正文没有改动。）")
    another = "另一座城的河水绕着老街，摆渡的人说起从前的事，总要先喝一口茶，再看看对岸的灯。" * 8
    second = essay_of(project, owner, 2, "以小微更新促活力。" + another, "以邻里共商促长久。" + another)
    cursor = getattr(Event.objects.order_by("pk").last(), "pk", 0)
    api(editor, "patch", f"article-themes/{named(first, '小微更新').pk}", {"status": "rejected"})
    assert changes.since(repost, cursor).themes
    assert not changes.since(second, cursor).themes


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


def test_a_name_rejected_is_rejected_where_it_is_open_on_reposts_and_one_undo_brings_both_back(make, api, editor):
    first, repost = make(1), make(1, more="（转载时加了这一句，正文没有改动。）")
    assert repost.repost_of == first
    api(editor, "patch", f"article-themes/{named(first, '小微更新').pk}", {"status": "rejected"})
    assert named(repost, "小微更新").status == "rejected"
    assert named(repost, "慢行优先").status == "proposed"
    assert api(editor, "post", f"articles/{first.pk}/undo").status_code == 200
    assert {named(article, "小微更新").status for article in (first, repost)} == {"proposed"}


def test_what_was_decided_on_a_repost_stays(make, api, editor):
    first, repost = make(1), make(1, more="（转载时加了这一句，正文没有改动。）")
    api(editor, "patch", f"article-themes/{named(repost, '小微更新').pk}", {"status": "accepted"})
    api(editor, "patch", f"article-themes/{named(first, '小微更新').pk}", {"status": "rejected"})
    assert named(repost, "小微更新").status == "accepted"


@pytest.mark.parametrize(("times", "offered"), [(2, "街巷更新"), (3, "胡同更新")])
def test_a_word_renamed_alike_in_several_names_is_offered_so_in_others(project, owner, api, editor, times, offered):
    names_given = ("街巷照明", "街巷绿化", "街巷停车")[:times]

    def one(number, name):
        own = f"{number}号街区有自己的来历和脾气，老人讲得出每一块石头的年岁，孩子认得每一条近路。" * (4 * number)
        return essay_of(project, owner, number, f"以{name}促活力。" + own, "以邻里共商促长久。" + own)

    for number, name in enumerate(names_given, 1):
        row = named(one(number, name), name)
        assert (
            api(editor, "patch", f"article-themes/{row.pk}", {"name": name.replace("街巷", "胡同")}).status_code == 200
        )
    assert offered in names(one(9, "街巷更新"))


def test_a_word_renamed_in_two_ways_is_no_habit(project, owner, api, editor):
    for number, after in enumerate(("胡同", "胡同", "里弄", "胡同"), 1):
        own = f"{number}号街区有自己的来历和脾气，老人讲得出每一块石头的年岁，孩子认得每一条近路。" * (4 * number)
        found = essay_of(project, owner, number, "以街巷更新促活力。" + own, "以邻里共商促长久。" + own)
        api(editor, "patch", f"article-themes/{named(found, '街巷更新').pk}", {"name": f"{after}更新"})
    assert habits.of(found).renamed == {}
