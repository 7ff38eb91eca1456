"""Marks follow their passage into a new text of the article, or stay behind, never astray."""

from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotations.models import Highlight
from reader.capture.importing import make_version
from reader.extraction import Block, Page
from reader.models import Article


@pytest.fixture
def remake(essay, owner):
    def make(change):
        essay.refresh_from_db()
        blocks = [Block(block["kind"], change(block["text"]), block["level"]) for block in essay.version.blocks]
        with transaction.atomic():
            return make_version(essay, Page(title=essay.title, blocks=tuple(blocks)), owner)

    return make


def rewritten(text):
    """The paragraph that speaks of 小微更新 is written anew."""
    return "全段另写，一句不留。" if "小微" in text else text


@pytest.fixture
def report(api, essay):
    return lambda user: api(user, "get", f"articles/{essay.pk}/reanchoring").json()


def test_a_mark_moves_with_its_passage(put, coder, body, remake, theme):
    put(coder, 1, body("𠮷祥里", note="好", themes=[theme("甲").pk]))
    version = remake(lambda text: text.replace("一条街巷", "新添的话：一条街巷"))
    mark = Highlight.objects.get()
    assert (mark.version, version.text[mark.start : mark.end], mark.note) == (version, "𠮷祥里", "好")
    assert mark.taggings.count() == 1


def test_a_moved_mark_matches_the_text_it_moved_to(put, coder, body, remake):
    put(coder, 1, body("𠮷祥里"))
    version = remake(lambda text: text.replace("的好坏", ""))
    mark = Highlight.objects.get()
    assert mark.prefix == version.text[max(0, mark.start - 32) : mark.start]
    assert put(coder, 1, body("𠮷祥里", version.article, note="还能改"), mark.revision).status_code == 200


def test_moving_is_an_event_of_nobody(put, coder, body, remake, project):
    put(coder, 1, body())
    remake(lambda text: "多" + text)
    event = project.events.get(action="carry", subject="highlight")
    assert (event.actor, event.after["start"] > event.before["start"]) == (None, True)


def test_a_passage_that_is_gone_leaves_its_mark_on_the_old_text(put, coder, body, remake, essay, desk):
    old = essay.version_id
    put(coder, 1, body("小微更新促活力"))
    remake(rewritten)
    assert Highlight.objects.get(deleted=None).version_id == old
    assert desk(coder)["highlights"] == []


def test_a_mark_left_behind_is_found_when_its_passage_returns(put, coder, body, remake, essay):
    put(coder, 1, body("小微更新促活力"))
    kept = {block["text"] for block in essay.version.blocks if "小微" in block["text"]}.pop()
    remake(rewritten)
    version = remake(lambda text: kept if "一句不留" in text else text)
    mark = Highlight.objects.get()
    assert (mark.version, version.text[mark.start : mark.end]) == (version, "小微更新促活力")


def test_a_mark_left_behind_can_still_be_edited(put, coder, body, remake):
    old = body("小微更新促活力")
    put(coder, 1, old)
    remake(rewritten)
    assert put(coder, 1, old | {"note": "旧版里的"}, 1).status_code == 200


def test_a_deleted_mark_is_not_moved(put, delete, coder, body, remake, essay):
    put(coder, 1, body())
    delete(coder, 1, 1)
    old = essay.version_id
    remake(lambda text: "多" + text)
    assert Highlight.objects.get().version_id == old


def numbers(report):
    return [report[name] for name in ("stayed", "moved", "changed", "orphaned")]


def test_the_report_counts_what_stayed_moved_changed_and_was_left_behind(put, coder, viewer, body, remake, report):
    for number, exact in enumerate(
        ["一条街巷", "慢行优先促畅通", "一盏灯、一把椅子，都是", "大家的事大家定，街巷才留得住人"]
    ):
        put(coder, number, body(exact))
    remake(lambda text: text.replace("从容", "从从容容").replace("街巷才留", "弄堂才留").replace("以慢", "，以慢"))
    assert numbers(report(viewer)) == [1, 2, 1, 0]
    remake(rewritten)
    assert numbers(report(viewer)) == [2, 1, 0, 1]


def test_a_first_version_has_nothing_to_report(report, viewer):
    assert numbers(report(viewer)) == [0, 0, 0, 0]


def test_changed_words_are_told_as_they_were_and_are(put, coder, body, remake, report):
    uuid = put(coder, 1, body("大家的事大家定，街巷才留得住人")).json()["id"]
    remake(lambda text: text.replace("街巷才留", "弄堂才留"))
    changed = {"before": "大家的事大家定，街巷才留得住人", "after": "大家的事大家定，弄堂才留得住人"}
    assert report(coder)["reworded"] == [{"highlight": uuid, **changed}]


def test_an_orphan_keeps_quote_and_note_and_lists_likely_places(put, coder, body, remake, report):
    """The sentence is said in two paragraphs; where it is taken out, the other one is only a candidate."""
    old = remake(lambda text: text + "这是关键。" if "慢行优先" in text or "小微" in text else text)
    place = old.text.rindex("这是关键")
    put(coder, 1, body("这是关键", old.article, note="留着") | around(old.text, place, place + 4))
    version = remake(lambda text: text.replace("这是关键。", "") if "小微" in text else text)
    [orphan] = report(coder)["orphans"]
    assert (orphan["exact"], orphan["note"], orphan["start"]) == ("这是关键", "留着", place)
    [candidate] = orphan["candidates"]
    assert (candidate["start"], candidate["exact"]) == (version.text.index("这是关键"), "这是关键")


def test_an_orphan_is_put_back_by_hand_and_is_one_no_more(put, coder, body, remake, report, desk, undo):
    mark = put(coder, 1, body("小微更新促活力", note="留着")).json()
    version = remake(rewritten)
    answer = put(coder, 1, body("一句不留", version.article, note="留着"), mark["revision"])
    assert (answer.status_code, report(coder)["orphans"]) == (200, [])
    assert [(row["exact"], row["note"]) for row in desk(coder)["highlights"]] == [("一句不留", "留着")]
    undo(coder)
    assert [row["exact"] for row in report(coder)["orphans"]] == ["小微更新促活力"]


def test_an_orphan_is_dropped_by_hand(put, delete, coder, body, remake, report):
    put(coder, 1, body("小微更新促活力"))
    remake(rewritten)
    assert delete(coder, 1, 1).status_code == 204
    assert report(coder)["orphans"] == []


def test_going_back_to_an_old_text_shows_marks_where_they_were(put, coder, body, remake, essay, report):
    """Of two equal sentences the words alone cannot tell which one it was."""
    twice = "这是关键。" * 2
    old = remake(lambda text: twice + text if text.startswith("以小微") else text)
    place = old.text.index(twice) + 5
    put(coder, 1, body("这是关键", old.article) | around(old.text, place, place + 4))
    put(coder, 2, body("小微更新促活力", old.article, note="留着"))
    new = remake(lambda text: "这是关键。别的一句不留。" if "小微" in text else text)
    assert Highlight.objects.get(uuid=UUID(int=2)).version == old
    back = remake(dict(zip(texts(new), texts(old), strict=True)).get)
    marks = [(mark.version, mark.start, mark.note) for mark in Highlight.objects.order_by("uuid")]
    assert marks == [(back, place, ""), (back, old.text.index("小微更新促活力"), "留着")]
    assert report(coder)["orphans"] == []


@pytest.fixture
def resized(put, coder, body, remake, essay):
    """A mark that was made in a first text, carried, and then widened in a second one; with both texts."""
    old = Article.objects.get(pk=essay.pk).version
    put(coder, 1, body("一条街巷"))
    new = remake(lambda text: "补。" + text)
    mark = Highlight.objects.get()
    wide = around(new.text, mark.start, mark.end + 3)
    assert put(coder, 1, body(article=new.article) | wide, mark.revision).status_code == 200
    return mark.exact + new.text[mark.end : mark.end + 3], old, new


def returned(remake, old, new):
    """The mark, once the old text has come back."""
    version = remake(dict(zip(texts(new), texts(old), strict=True)).get)
    mark = Highlight.objects.get()
    assert mark.version == version
    return version.text[mark.start : mark.end]


def test_a_mark_widened_since_stays_wide_when_an_old_text_returns(resized, remake):
    wide, old, new = resized
    assert returned(remake, old, new) == wide


def test_a_mark_widened_stays_wide_through_further_texts(resized, remake):
    wide, old, _ = resized
    assert returned(remake, old, remake(lambda text: "再" + text)) == wide


def test_a_widening_that_was_taken_back_is_none(resized, remake, undo, coder):
    wide, old, new = resized
    undo(coder)
    assert returned(remake, old, new) == wide[:-3]


def test_a_place_is_remembered_through_further_texts(put, coder, body, remake, essay):
    """Of two equal sentences the words alone cannot tell which one it was."""
    old = remake(lambda text: "这是关键。这是关键。" + text if text.startswith("以小微") else text)
    place = old.text.index("这是关键。这是关键") + 5
    put(coder, 1, body("这是关键", old.article) | around(old.text, place, place + 4))
    remake(lambda text: "这是关键。别的一句不留。" if "小微" in text else text)
    new = remake(lambda text: "补" + text)
    back = remake(dict(zip(texts(new), texts(old), strict=True)).get)
    assert (Highlight.objects.get().version, Highlight.objects.get().start) == (back, place)


def texts(version):
    return [block["text"] for block in version.blocks]


def around(text, start, end):
    return {
        "start": start,
        "end": end,
        "exact": text[start:end],
        "prefix": text[max(0, start - 32) : start],
        "suffix": text[end : end + 32],
    }


def test_a_mark_made_on_an_old_text_follows_into_the_new_one(put, coder, body, remake):
    late = body("𠮷祥里", note="断网时圈的")
    version = remake(lambda text: "多" + text)
    answer = put(coder, 1, late)
    assert (answer.status_code, answer.json()["version"]) == (201, version.pk)
    assert (answer.json()["exact"], answer.json()["note"]) == ("𠮷祥里", "断网时圈的")


def test_a_create_whose_answer_was_lost_before_a_new_text_is_not_doubled(put, coder, body, remake):
    mark = body("𠮷祥里")
    put(coder, 1, mark)
    remake(lambda text: "多" + text)
    assert put(coder, 1, mark).status_code == 200
    assert Highlight.objects.count() == 1


def test_carrying_takes_as_many_queries_for_twenty_marks_as_for_two(put, coder, body, remake, essay, theme):
    tag = theme("甲").pk
    counts = []
    for numbers in (range(2), range(2, 20)):
        for number in numbers:
            text = Highlight.objects.first().version.text if Highlight.objects.exists() else essay.version.text
            put(coder, number, body() | around(text, number, number + 3) | current(essay) | {"themes": [tag]})
        with CaptureQueriesContext(connection) as made:
            remake(lambda text: text + "补")
        counts.append(len(made))
    assert counts[0] == counts[1]


def current(essay):
    return {"version": Article.objects.get(pk=essay.pk).version_id}
