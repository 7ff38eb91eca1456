"""Suggested passages: unmarked sentences, the likeliest first, with the words that say so."""

from itertools import pairwise

import pytest
from django.utils import timezone

from annotations.models import Event, Rejection
from annotations.suggestions import rejecting
from annotations.suggestions.suggesting import suggest
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article, Membership
from reader.projects import changing

PARK = """河边的口袋公园

河边新添了一座口袋公园，居民傍晚都来散步。

停车场改了收费办法，司机议论了好几天。

口袋公园里装了长椅和路灯，老人孩子都能歇脚。

菜市场换了新招牌，摊位排得整整齐齐。
"""


@pytest.fixture
def park(project, owner):
    return import_capture(project, owner, Capture(PARK.encode(), filename="园.txt")).article


def said(found):
    return [one.passage.exact for one in found]


def place(article, exact):
    start = article.version.text.index(exact)
    return start, start + len(exact)


def test_sentences_with_the_theme_s_words_are_suggested(park, project, theme):
    found = suggest(project, [theme("口袋公园")])
    assert {text[:4] for text in said(found)} == {"河边新添", "口袋公园"}


def test_keywords_are_asked_for_too(park, project, theme):
    assert said(suggest(project, [theme("交通", keywords=["停车场"])])) == ["停车场改了收费办法，司机议论了好几天。"]


def test_passages_tagged_already_widen_what_is_asked_for(park, project, theme, put, coder, body):
    street = theme("歇处")
    put(coder, 1, body("停车场改了收费办法，司机议论了好几天。", article=park, themes=[street.pk]))
    other = import_capture(
        project,
        coder,
        Capture("收费的办法\n\n司机说新的收费办法说不清楚，议论不少。\n\n天晴了。".encode(), filename="二.txt"),
    ).article
    assert [one.article for one in suggest(project, [street])] == [other]


def test_the_words_that_earned_the_score_are_told_with_their_share(park, project, theme):
    [why] = suggest(project, [theme("口袋公园")])[0].why
    assert why.words[0][0] in ("口袋公园", "口袋", "公园")
    assert 0 < sum(share for _, share in why.words) <= 101


def test_a_passage_is_described_as_a_mark_is(park, project, theme):
    passage = suggest(project, [theme("菜市场")])[0].passage
    assert (passage.start, passage.end) == place(park, passage.exact)


def test_a_heading_is_not_suggested(park, project, theme):
    assert "河边的口袋公园" not in said(suggest(project, [theme("口袋公园")]))


def test_what_somebody_marked_even_in_part_is_not_suggested(park, project, theme, put, viewer, coder, body):
    put(coder, 1, body("装了长椅", article=park))
    assert len(suggest(project, [theme("口袋公园")])) == 1


def test_what_was_rejected_is_not_suggested_again(park, project, theme, coder):
    park_theme = theme("口袋公园")
    first = said(suggest(project, [park_theme]))[0]
    rejecting.reject(membership(project, coder), park, first, [park_theme.pk])
    assert first not in said(suggest(project, [park_theme]))


def test_a_rejection_of_one_theme_says_nothing_of_another(park, project, theme, coder):
    one, other = theme("口袋公园"), theme("公园")
    first = said(suggest(project, [one]))[0]
    rejecting.reject(membership(project, coder), park, first, [one.pk])
    assert first in said(suggest(project, [other]))


def test_what_is_like_a_rejected_sentence_comes_later(project, theme, coder):
    lines = [
        "园",
        "公园的票价又涨了，票价太高。",
        "公园票价不低。",
        "公园的早晨很安静，鸟在树上叫，老人打拳，孩子放风筝。",
    ]
    others = [f"第{number}条街上的店铺开了门。" for number in range(10)]
    article = import_capture(project, coder, Capture("\n\n".join(lines + others).encode(), filename="园.txt")).article
    park = theme("公园")
    assert said(suggest(project, [park]))[-1] == lines[3]
    rejecting.reject(membership(project, coder), article, lines[1], [park.pk])
    assert said(suggest(project, [park])) == [lines[3], lines[2]]


def test_one_article_is_asked_alone(park, essay, project, theme):
    assert {one.article for one in suggest(project, [theme("居民")], essay.pk)} == {essay}


def test_articles_in_the_bin_are_left_out(park, project, theme):
    Article.objects.filter(pk=park.pk).update(deleted=timezone.now())
    assert suggest(project, [theme("口袋公园")]) == []


def test_other_projects_are_left_out(park, owner, theme):
    from annotations.models import Theme

    other = changing.create(owner, "另一个课题")
    assert suggest(other, [Theme.objects.create(project=other, name="口袋公园")]) == []


def test_a_sentence_that_fits_two_themes_is_shown_once_with_both(park, project, theme):
    found = suggest(project, [theme("口袋公园"), theme("散步")])
    both = next(one for one in found if one.passage.exact.startswith("河边新添"))
    assert {why.theme.name for why in both.why} == {"口袋公园", "散步"}
    assert len(said(found)) == len(set(said(found)))


def test_without_themes_nothing_is_suggested(park, project):
    assert suggest(project, []) == []


def test_no_more_are_shown_than_asked_for(park, project, theme):
    assert len(suggest(project, [theme("口袋公园")], limit=1)) == 1


def membership(project, user):
    return Membership.objects.get(project=project, user=user)


def test_rejecting_is_remembered_once_and_recorded(park, project, theme, coder):
    park_theme = theme("口袋公园")
    for _ in range(2):
        rejecting.reject(membership(project, coder), park, "一句话。", [park_theme.pk])
    assert Rejection.objects.filter(project=project, theme=park_theme, author=coder).count() == 1
    assert list(Event.objects.filter(actor=coder).values_list("action", "subject")) == [("reject_passage", "rejection")]


@pytest.fixture
def refuse(api, park):
    def call(user, exact, *themes):
        start, end = place(park, exact)
        where = {"article": park.pk, "version": park.version_id, "start": start, "end": end}
        return api(user, "post", "rejections", where | {"themes": [theme.pk for theme in themes]})

    return call


def test_a_rejection_is_undone_and_redone(api, refuse, park, theme, coder):
    assert refuse(coder, "停车场改了收费办法", theme("口袋公园")).status_code == 204
    answer = api(coder, "post", f"articles/{park.pk}/undo")
    assert "停车场改了收费办法" in answer.json()["message"]
    assert not Rejection.objects.exists()
    api(coder, "post", f"articles/{park.pk}/redo")
    assert Rejection.objects.get().exact == "停车场改了收费办法"


def test_several_themes_are_rejected_and_undone_in_one_step(api, refuse, park, theme, coder):
    refuse(coder, "停车场改了收费办法", theme("口袋公园"), theme("散步"))
    assert Rejection.objects.count() == 2
    api(coder, "post", f"articles/{park.pk}/undo")
    assert not Rejection.objects.exists()


def test_a_theme_of_another_project_is_refused(refuse, stranger, coder):
    from annotations.models import Theme
    from reader.models import Project

    theirs = Theme.objects.create(project=Project.objects.get(name="别人的课题"), name="别处")
    assert refuse(coder, "停车场改了收费办法", theirs).status_code == 422


def test_a_place_outside_the_text_is_refused(api, park, theme, coder):
    where = {"article": park.pk, "version": park.version_id, "start": 0, "end": 10**6, "themes": [theme("园").pk]}
    assert api(coder, "post", "rejections", where).status_code == 422


@pytest.mark.parametrize("names", [("口袋公园", "公园"), ("口袋公园", "绿地", "广场", "公园")])
def test_rejections_of_a_merged_theme_hold_for_what_it_became(park, project, theme, editor, coder, names):
    from annotations.codebook import merging

    themes = [theme(name) for name in names]
    first = said(suggest(project, [themes[-1]]))[0]
    rejecting.reject(membership(project, coder), park, first, [themes[0].pk])
    for source, target in pairwise(themes):
        merging.merge(membership(project, editor), source.pk, target.pk)
    assert first not in said(suggest(project, [themes[-1]]))


def test_rejections_of_a_theme_merged_elsewhere_say_nothing(park, project, theme, editor, coder):
    from annotations.codebook import merging

    source, target, asked = theme("口袋公园"), theme("绿地"), theme("公园")
    first = said(suggest(project, [asked]))[0]
    rejecting.reject(membership(project, coder), park, first, [source.pk])
    merging.merge(membership(project, editor), source.pk, target.pk)
    assert first in said(suggest(project, [asked]))
