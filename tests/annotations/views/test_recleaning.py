"""The pages on which many articles are cleaned anew: choosing, the report, the way back."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import Highlight
from annotations.views import recleaning as page_module
from reader.articles.bin import delete
from reader.capture import batches, queries
from reader.capture.importing import import_capture
from reader.cleaning import captures, correcting
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import Seen
from reader.models import Article, Batch


@pytest.fixture
def visit(client_of, editor, project):
    def get(rest="", user=editor, **query):
        return client_of(user).get(f"/projects/{project.pk}/recleanings/{rest}", query)

    return get


@pytest.fixture
def send(client_of, editor, project):
    def post(rest, user=editor, **data):
        return client_of(user).post(f"/projects/{project.pk}/recleanings/{rest}", data, follow=True)

    return post


@pytest.fixture
def better(monkeypatch):
    """From now on cleaning finds another text in every original."""
    known = captures.extract

    def extract(*args):
        page = known(*args)
        blocks = [replace(one, text=one.text.replace("出门就能歇脚", "出门能歇脚")) for one in page.blocks]
        return replace(page, blocks=tuple(one for one in blocks if "一盏灯" not in one.text), source="街巷日报")

    monkeypatch.setattr(captures, "extract", extract)


@pytest.fixture
def other(project, owner):
    return import_capture(project, owner, Capture("另一条街\n\n另一条街上的人，出门就能歇脚。".encode())).article


def _said(answer):
    return " ".join(answer.content.decode().split())


def test_the_library_lets_editors_choose(client_of, editor, viewer, project, essay):
    offer = 'name="act" value="reclean"'
    assert offer in client_of(editor).get(f"/projects/{project.pk}/").content.decode()
    assert offer not in client_of(viewer).get(f"/projects/{project.pk}/").content.decode()


def test_what_was_ticked_in_the_library_is_chosen_on_the_page(client_of, editor, project, essay, other):
    ticked = {"act": "reclean", "article": [essay.pk, other.pk]}
    page = client_of(editor).post(f"/projects/{project.pk}/articles/act/", ticked, follow=True)
    assert {one.pk for one in page.context["chosen"]} == {essay.pk, other.pk}


def test_the_page_says_what_was_chosen_and_what_the_filter_shows(visit, essay, other):
    page = visit(article=[essay.pk], unread=1)
    assert ([one.pk for one in page.context["chosen"]], page.context["shown"]) == ([essay.pk], 2)
    assert "课题里全部 2 篇" in _said(page)


@pytest.mark.parametrize("said", ["x", "0", "99999999999999999999", "-1", "٣"])
def test_articles_that_are_none_are_left_out(visit, essay, said):
    assert visit(article=said).context["chosen"] == []


def test_articles_of_another_project_cannot_be_chosen(send, visit, stranger):
    theirs = import_capture(
        stranger.memberships.get().project, stranger, Capture("别人的\n\n别人的话。".encode())
    ).article
    assert visit(article=theirs.pk).context["chosen"] == []
    assert "没有选中文章" in _said(send("start/", which="chosen", article=[theirs.pk]))
    assert not Batch.objects.exists()


@pytest.mark.parametrize("data", [{}, {"which": "chosen"}, {"which": "some"}])
def test_nothing_chosen_starts_nothing(send, essay, data):
    assert "没有选中文章" in _said(send("start/", **data))
    assert not Batch.objects.exists()


def test_chosen_articles_are_cleaned(send, essay, other, better):
    send("start/", which="chosen", article=[other.pk])
    assert [item.article for item in queries.items(Batch.objects.get())] == [other]


def test_what_the_filter_shows_is_cleaned(send, essay, other, better):
    Article.objects.filter(pk=other.pk).update(source="河湾日报")
    send("start/", which="shown", source="河湾日报")
    assert [item.article for item in queries.items(Batch.objects.get())] == [other]


def test_all_leaves_out_the_bin(send, essay, other, better):
    delete(other)
    send("start/", which="all")
    assert [item.article for item in queries.items(Batch.objects.get())] == [essay]
    other.refresh_from_db()
    assert (other.version.number, other.source) == (1, "")


def test_the_report_tells_lines_metadata_marks_and_where_to_compare(send, put, coder, body, essay, better, project):
    put(coder, 1, body("慢行优先"))
    put(coder, 2, body("一盏灯、一把椅子"))
    put(coder, 3, body("出门就能歇脚"))
    page = send("start/", which="all")
    said = _said(page)
    assert "少了 1 行" in said and "1 行改了字" in said
    assert "<del>就</del>" in said and "<ins>街巷日报</ins>" in said
    assert "圈点跟到了新的一版：2 处，其中 1 处的字变了" in said
    assert "1 处圈点没有了位置" in said
    address = f"/projects/{project.pk}/articles/{essay.pk}/comparison/?before=1&amp;after=2"
    assert address in said
    assert "一盏灯" in Highlight.objects.get(note="", exact__startswith="一盏灯").exact


def test_taking_back_puts_the_marks_where_they_were(send, put, coder, body, essay, better):
    for number, quote in enumerate(("慢行优先", "一盏灯、一把椅子", "出门就能歇脚"), 1):
        put(coder, number, body(quote))
    before = list(Highlight.objects.order_by("uuid").values_list("start", "end", "exact"))
    send("start/", which="all")
    page = send(f"{Batch.objects.get().pk}/change/", act="undo")
    assert "撤销了 1" in _said(page)
    essay.refresh_from_db()
    marks = Highlight.objects.order_by("uuid")
    assert list(marks.values_list("start", "end", "exact")) == before
    assert {mark.version_id for mark in marks} == {essay.version_id}


def test_a_conflict_is_told_and_what_was_edited_stays(send, editor, essay, better, project):
    send("start/", which="all")
    correcting.flip(Seen(project, essay.pk, 2), editor, [0], "strike")
    said = _said(send(f"{Batch.objects.get().pk}/change/", act="undo"))
    assert "没有撤销 1" in said and "之后又有了新的一版，没有撤销。" in said
    essay.refresh_from_db()
    assert essay.version.number == 3


def test_taking_back_what_takes_back_does_nothing(send, essay, better):
    send("start/", which="all")
    send(f"{Batch.objects.get().pk}/change/", act="undo")
    back = Batch.objects.get(kind="back")
    assert "没有可以撤销的" in _said(send(f"{back.pk}/change/", act="undo"))
    assert Batch.objects.count() == 2


def test_what_is_passed_over_says_why(send, editor, essay, project):
    correcting.flip(Seen(project, essay.pk, 1), editor, [0], "strike")
    said = _said(send("start/", which="all"))
    assert "跳过了 1" in said and "有人手工恢复或划去过" in said


def test_lines_taken_inside_the_text_are_counted(send, visit, essay, better):
    send("start/", which="all")
    essay.refresh_from_db()
    type(essay.version).objects.filter(pk=essay.version_id).update(inside=3)
    assert "正文里面去掉了 3 行" in _said(visit(f"{Batch.objects.get().pk}/"))


def test_waiting_articles_can_be_cancelled_and_queued_again(send, essay, better, monkeypatch):
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    send("start/", which="all")
    batch = Batch.objects.get()
    assert "取消了 1 篇" in _said(send(f"{batch.pk}/change/", act="cancel"))
    assert "再做 1 篇" in _said(send(f"{batch.pk}/change/", act="retry"))


def test_one_state_can_be_looked_at(send, visit, essay, other, better):
    send("start/", which="chosen", article=[essay.pk])
    batch = Batch.objects.get()
    assert len(visit(f"{batch.pk}/", state="done").context["page"]) == 1
    assert len(visit(f"{batch.pk}/", state="same").context["page"]) == 0
    assert len(visit(f"{batch.pk}/", state="nonsense").context["page"]) == 1


def test_captures_and_cleanings_have_their_own_pages(send, visit, essay, better, client_of, editor, project):
    send("start/", which="all")
    batch = Batch.objects.get()
    assert client_of(editor).get(f"/projects/{project.pk}/batches/{batch.pk}/").status_code == 404
    assert batch.get_absolute_url() not in client_of(editor).get(f"/projects/{project.pk}/batches/").content.decode()
    assert batch.get_absolute_url() in _said(visit())
    Batch.objects.filter(pk=batch.pk).update(kind="capture")
    assert visit(f"{batch.pk}/").status_code == 404


def test_a_long_report_is_read_with_the_same_number_of_queries(send, visit, project, owner, better, monkeypatch):
    monkeypatch.setattr(page_module, "PER_PAGE", 100)
    counts = []
    for number in (2, 6):
        for at in range(number):
            import_capture(project, owner, Capture(f"街{number}{at}\n\n第{number}{at}条街，出门就能歇脚。".encode()))
        send("start/", which="all")
        with CaptureQueriesContext(
            connection,
        ) as counted:
            visit(f"{Batch.objects.latest('pk').pk}/")
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_an_article_put_into_the_bin_since_is_still_told(send, visit, essay, better):
    send("start/", which="all")
    delete(Article.objects.get())
    page = visit(f"{Batch.objects.get().pk}/")
    assert page.status_code == 200 and "comparison" not in page.content.decode()
