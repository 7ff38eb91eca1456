import pytest

from reader.articles import queries, versions
from reader.capture.importing import import_capture, import_whole
from reader.cleaning import captures, correcting
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused, Seen
from reader.extraction import Block, Page, Removed
from reader.models import TextVersion
from reader.signals import text_version_created

TEXT = "把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处。\n\n（图为小巷 陈一摄）\n\n修好它，要先问问住在这里的人。"


@pytest.fixture
def alley(project, owner):
    return import_capture(project, owner, Capture(TEXT.encode())).article


@pytest.fixture
def seen(project):
    def now(article, version=None):
        article.refresh_from_db()
        return Seen(project, article.pk, version or article.version.number)

    return now


def _index(article, text):
    article.refresh_from_db()
    return next(index for index, row in enumerate(versions.rows(article.version)) if text in row.text)


def _texts(article):
    article.refresh_from_db()
    return [block["text"] for block in article.version.blocks]


def _code(call, *args):
    with pytest.raises(CleaningRefused) as refused:
        call(*args)
    assert str(refused.value)
    return refused.value.code


def _later(monkeypatch, *blocks, removed=()):
    page = Page(title="把小巷修成客厅", blocks=tuple(Block("paragraph", text) for text in blocks), removed=removed)
    monkeypatch.setattr(captures, "extract", lambda *args: page)


def test_striking_takes_the_row_out_and_says_who_and_why(alley, editor, seen):
    version = correcting.flip(seen(alley), editor, [_index(alley, "陈一摄")], "strike")
    assert "（图为小巷 陈一摄）" not in version.text
    assert (version.number, version.created_by, version.reason) == (2, editor, "strike")
    assert version.detail == "（图为小巷 陈一摄）"


def test_restoring_puts_a_cut_row_where_it_stood(article, owner, seen):
    rows = versions.rows(article.version)
    index = next(index for index, row in enumerate(rows) if not row.kept and any(r.kept for r in rows[:index]))
    correcting.flip(seen(article), owner, [index], "restore")
    kept = [row.text for row in rows[:index] if row.kept]
    assert _texts(article)[len(kept)] == rows[index].text


def test_an_older_version_is_left_as_it_was(alley, owner, seen):
    before = TextVersion.objects.values().get(article=alley)
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    assert TextVersion.objects.values().get(article=alley, number=1) == before


def test_several_rows_are_restored_at_once(article, owner, seen):
    rows = versions.rows(article.version)
    cut = [index for index, row in enumerate(rows) if not row.kept][:3]
    correcting.flip(seen(article), owner, cut, "restore")
    assert all(rows[index].text in _texts(article) for index in cut)


def test_undo_and_redo_say_again_what_was_said(alley, owner, seen):
    first = _texts(alley)
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    second = _texts(alley)
    correcting.undo(seen(alley), owner)
    assert (_texts(alley), alley.version.reason, alley.version.basis) == (first, "undo", 1)
    correcting.redo(seen(alley), owner)
    assert (_texts(alley), alley.version.number, alley.version.basis) == (second, 4, 2)


def test_an_undone_edit_is_no_longer_in_force(alley, owner, seen):
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    assert len(alley.version.edits) == 0
    correcting.undo(seen(alley), owner)
    alley.refresh_from_db()
    assert alley.version.edits == []


@pytest.mark.parametrize(("way", "code"), [("undo", "nothing_to_undo"), ("redo", "nothing_to_redo")])
def test_there_must_be_something_to_take_back(alley, owner, seen, way, code):
    assert _code(getattr(correcting, way), seen(alley), owner) == code


def test_an_older_version_can_be_gone_back_to(alley, owner, seen):
    first = _texts(alley)
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    correcting.flip(seen(alley), owner, [_index(alley, "第一个去处")], "strike")
    correcting.return_to(seen(alley), owner, 1)
    assert (_texts(alley), alley.version.number) == (first, 4)


def test_who_saw_an_older_version_changes_nothing(alley, owner, seen):
    old = seen(alley)
    correcting.flip(old, owner, [_index(alley, "陈一摄")], "strike")
    assert _code(correcting.flip, old, owner, [0], "strike") == "outdated"
    assert alley.versions.count() == 2


def test_a_text_is_never_left_empty(alley, owner, seen):
    rows = range(len(versions.rows(alley.version)))
    assert _code(correcting.flip, seen(alley), owner, list(rows), "strike") == "nothing_left"


@pytest.mark.parametrize("indexes", [[], [999]])
def test_a_row_that_is_not_there_changes_nothing(alley, owner, seen, indexes):
    assert _code(correcting.flip, seen(alley), owner, indexes, "strike") == "unchanged"
    assert alley.versions.count() == 1


def test_highlights_hear_of_every_change(alley, owner, seen):
    heard = []

    def hear(version, previous, **_):
        heard.append((version.number, previous and previous.number))

    text_version_created.connect(hear)
    try:
        correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
        correcting.undo(seen(alley), owner)
    finally:
        text_version_created.disconnect(hear)
    assert heard == [(2, 1), (3, 2)]


def test_recleaning_keeps_what_readers_struck_and_restored(alley, owner, seen, monkeypatch):
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    again = Removed("qr_code", "扫一扫", "paragraph", 0)
    _later(monkeypatch, "小巷是孩子们放学后的第一个去处。", "（图为小巷　陈一摄）", "新的一段。", removed=(again,))
    assert correcting.reclean(seen(alley), owner) == ()
    assert _texts(alley) == ["小巷是孩子们放学后的第一个去处。", "新的一段。"]
    assert (alley.version.reason, len(alley.version.edits)) == ("clean", 1)


def test_recleaning_says_which_edits_found_no_text(alley, owner, seen, monkeypatch):
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    _later(monkeypatch, "只剩这一段。")
    assert [edit.text for edit in correcting.reclean(seen(alley), owner)] == ["（图为小巷 陈一摄）"]


def test_an_edit_that_found_no_text_is_tried_again_the_next_time(alley, owner, seen, monkeypatch):
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    _later(monkeypatch, "只剩这一段。")
    correcting.reclean(seen(alley), owner)
    _later(monkeypatch, "只剩这一段。", "（图为小巷 陈一摄）", "又有一段。")
    correcting.reclean(seen(alley), owner)
    assert _texts(alley) == ["只剩这一段。", "又有一段。"]


def test_recleaning_by_the_same_rules_changes_nothing(alley, owner, seen):
    assert _code(correcting.reclean, seen(alley), owner) == "unchanged"


def test_what_was_kept_whole_is_kept_whole_again(project, owner, seen):
    page = b"<html><body><a href=/a>one</a> <a href=/b>two</a> <a href=/c>three</a></body></html>"
    whole = import_whole(project, owner, Capture(page, title="登录页")).article
    assert _code(correcting.reclean, seen(whole), owner) == "unchanged"


def test_the_versions_of_an_article_are_listed_oldest_first(alley, owner, seen):
    correcting.flip(seen(alley), owner, [_index(alley, "陈一摄")], "strike")
    assert [(one.number, one.reason) for one in queries.versions(alley)] == [(1, "import"), (2, "strike")]
