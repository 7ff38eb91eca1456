"""Marks follow their passage into a new text of the article, or stay behind, never astray."""

import pytest
from django.db import transaction

from annotations.models import Highlight
from reader.extraction import Block, Page
from reader.importing import make_version


@pytest.fixture
def remake(essay, owner):
    def make(change):
        blocks = [Block(block["kind"], change(block["text"]), block["level"]) for block in essay.version.blocks]
        with transaction.atomic():
            return make_version(essay, Page(title=essay.title, blocks=tuple(blocks)), owner)

    return make


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
    event = project.events.get(action="carry")
    assert (event.actor, event.after["start"] > event.before["start"]) == (None, True)


def test_a_passage_that_is_gone_leaves_its_mark_on_the_old_text(put, coder, body, remake, essay, desk):
    old = essay.version_id
    put(coder, 1, body("小微更新促活力"))
    remake(lambda text: "全段另写，一句不留。" if "小微" in text else text)
    assert [mark["version"] for mark in desk(coder)["highlights"]] == [old]


def test_a_mark_left_behind_is_found_when_its_passage_returns(put, coder, body, remake, essay):
    put(coder, 1, body("小微更新促活力"))
    kept = {block["text"] for block in essay.version.blocks if "小微" in block["text"]}.pop()
    remake(lambda text: "全段另写，一句不留。" if "小微" in text else text)
    version = remake(lambda text: kept if "一句不留" in text else text)
    mark = Highlight.objects.get()
    assert (mark.version, version.text[mark.start : mark.end]) == (version, "小微更新促活力")


def test_a_mark_left_behind_can_still_be_edited(put, coder, body, remake):
    old = body("小微更新促活力")
    put(coder, 1, old)
    remake(lambda text: "全段另写，一句不留。" if "小微" in text else text)
    assert put(coder, 1, old | {"note": "旧版里的"}, 1).status_code == 200


def test_a_deleted_mark_is_not_moved(put, delete, coder, body, remake, essay):
    put(coder, 1, body())
    delete(coder, 1, 1)
    old = essay.version_id
    remake(lambda text: "多" + text)
    assert Highlight.objects.get().version_id == old
