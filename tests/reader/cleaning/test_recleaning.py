"""Many articles cleaned anew: what really changes is written and told, and can be taken back as a whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from reader.articles import queries as articles_queries
from reader.articles.bin import delete
from reader.capture import batches, holding, queries, running, tasks
from reader.capture.importing import import_capture, import_whole, keep_all
from reader.cleaning import captures, correcting, metadata
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import Seen
from reader.extraction import Block, ExtractionError, Page, Removed
from reader.extraction.page import Cell, Span
from reader.models import Article, Snapshot

FIRST, SECOND = "小巷是孩子们放学后的第一个去处。", "修好它，要先问问住在这里的人。"
PAGE = Page(
    title="把小巷修成客厅",
    source="临江日报",
    published=datetime(2024, 5, 18, 0, 30, tzinfo=UTC),
    published_precision="minute",
    blocks=tuple(Block("paragraph", text) for text in (FIRST, SECOND, "扫一扫，关注我们")),
    rules={"title": "heading", "source": "line_above"},
)
BETTER = replace(
    PAGE,
    blocks=PAGE.blocks[:2],
    removed=(Removed("qr_code", "扫一扫，关注我们", "paragraph", 2),),
    source="临江晚报",
    published=datetime(2024, 5, 19, 0, 30, tzinfo=UTC),
    rules={"title": "heading", "source": "line_below"},
)


@pytest.fixture
def says(monkeypatch):
    """Let the originals say, by what is in their bytes, what is given; all the same where one page is."""

    def say(page, **pages):
        monkeypatch.setattr(captures, "extract", lambda data, *_: pages.get(data.decode(), page))

    return say


@pytest.fixture
def alley(project, owner, says):
    says(PAGE)
    return import_capture(project, owner, Capture(b"alley", url="https://news.example/1.html")).article


def _clean(project, user, *articles):
    return batches.clean(project, user, [article.pk for article in articles])


def _states(batch):
    return list(queries.items(batch).values_list("state", flat=True))


def _why(batch):
    return queries.items(batch).get().refusal["template"]


def _seen(article):
    article.refresh_from_db()
    return Seen(article.project, article.pk, article.version.number)


def _texts(article):
    article.refresh_from_db()
    return article.version.text.split("\n")


def test_an_article_that_changes_gets_a_new_version_and_keeps_the_old(project, editor, alley, says):
    says(BETTER)
    batch = _clean(project, editor, alley)
    assert _states(batch) == ["done"]
    assert _texts(alley) == [FIRST, SECOND]
    assert (alley.version.number, alley.version.reason, alley.version.created_by) == (2, "clean", editor)
    assert articles_queries.version(alley, 1).text.endswith("扫一扫，关注我们")


def test_the_report_says_which_lines_went_and_what_the_metadata_said(project, editor, alley, says):
    says(BETTER)
    report = queries.items(_clean(project, editor, alley)).get().report
    assert (report["before"], report["after"], report["counts"]) == (1, 2, {"gone": 1})
    assert report["lines"] == [{"kind": "gone", "pieces": [["gone", "扫一扫，关注我们"]]}]
    assert (report["metadata"]["source"]["before"], report["metadata"]["source"]["after"]) == (["临江日报"], ["临江晚报"])
    assert set(report["metadata"]) == {"source", "published"}


def test_of_a_reworded_line_the_report_shows_what_stands_beside_the_change(project, editor, alley, says):
    long = f"{FIRST * 4}住在里面的⼈最清楚。{SECOND * 4}"
    says(replace(PAGE, blocks=(Block("paragraph", long), *PAGE.blocks[1:])))
    correcting.reclean(_seen(alley), editor)
    says(replace(PAGE, blocks=(Block("paragraph", long.replace("⼈", "人")), *PAGE.blocks[1:])))
    (line,) = queries.items(_clean(project, editor, alley)).get().report["lines"]
    assert [kind for kind, _ in line["pieces"]] == ["same", "gone", "come", "same"]
    assert (line["pieces"][0][1][-5:], line["pieces"][1][1], line["pieces"][2][1]) == ("住在里面的", "⼈", "人")
    assert sum(len(text) for _, text in line["pieces"]) < len(long)


def test_what_stays_as_it_was_gets_no_version(project, editor, alley):
    batch = _clean(project, editor, alley)
    alley.refresh_from_db()
    assert (_states(batch), alley.version.number) == (["same"], 1)


def test_another_name_for_what_was_cut_is_no_change(project, owner, editor, says):
    says(BETTER)
    article = import_capture(project, owner, Capture(b"alley")).article
    says(replace(BETTER, removed=(replace(BETTER.removed[0], rule="follow_us"),)))
    batch = _clean(project, editor, article)
    article.refresh_from_db()
    assert (_states(batch), article.version.number) == (["same"], 1)


@pytest.mark.parametrize(
    "block",
    [
        Block("list", FIRST, marker="1."),
        Block("paragraph", FIRST, spans=(Span(0, 2, "bold"),)),
        Block("table", FIRST, cells=(Cell(0, 0, header=True, end=len(FIRST)),)),
    ],
)
def test_structure_alone_is_a_change(project, editor, alley, says, block):
    says(replace(PAGE, blocks=(block, *PAGE.blocks[1:])))
    batch = _clean(project, editor, alley)
    alley.refresh_from_db()
    assert queries.items(batch).get().report["counts"] == {"reset": 1}
    assert alley.version.number == 2


def test_metadata_alone_changes_without_a_version(project, editor, alley, says):
    says(replace(PAGE, source="临江晚报"))
    batch = _clean(project, editor, alley)
    alley.refresh_from_db()
    assert (_states(batch), alley.source, alley.version.number) == (["done"], "临江晚报", 1)


def test_what_readers_corrected_stays(project, editor, alley, says):
    metadata.correct(alley, editor, {"source": ["河湾日报"]})
    says(BETTER)
    report = queries.items(_clean(project, editor, alley)).get().report
    alley.refresh_from_db()
    assert (alley.source, set(report["metadata"])) == ("河湾日报", {"published"})


def test_only_the_chosen_articles_are_cleaned(project, owner, editor, alley, says):
    other = import_capture(project, owner, Capture(b"other")).article
    says(BETTER)
    _clean(project, editor, other)
    alley.refresh_from_db()
    assert alley.version.number == 1


def test_what_was_struck_by_hand_is_passed_over_and_told(project, editor, alley, says):
    correcting.flip(_seen(alley), editor, [2], "strike")
    says(BETTER)
    batch = _clean(project, editor, alley)
    assert (_states(batch), "手工" in _why(batch)) == (["passed"], True)
    assert alley.versions.count() == 2


def test_what_was_struck_and_taken_back_is_not_edited(project, editor, alley, says):
    correcting.flip(_seen(alley), editor, [2], "strike")
    correcting.undo(_seen(alley), editor)
    says(BETTER)
    assert _states(_clean(project, editor, alley)) == ["done"]


def test_who_went_back_to_an_older_version_is_not_overruled(project, editor, alley, says):
    says(BETTER)
    correcting.reclean(_seen(alley), editor)
    correcting.return_to(_seen(alley), editor, 1)
    batch = _clean(project, editor, alley)
    assert (_states(batch), "选回了旧的一版" in _why(batch)) == (["passed"], True)


def test_who_took_a_cleaning_back_is_not_overruled(project, editor, alley, says):
    says(BETTER)
    correcting.reclean(_seen(alley), editor)
    correcting.undo(_seen(alley), editor)
    batch = _clean(project, editor, alley)
    assert (_states(batch), "撤销过" in _why(batch)) == (["passed"], True)


def test_what_was_kept_whole_is_passed_over(project, owner, editor, alley, says):
    keep_all(alley, "小巷\n每一行都要", owner)
    batch = _clean(project, editor, alley)
    assert (_states(batch), "全部文字" in _why(batch)) == (["passed"], True)
    page = b"<html><body><a href=/a>one</a> <a href=/b>two</a> <a href=/c>three</a></body></html>"
    says(PAGE)
    whole = import_whole(project, owner, Capture(page, title="登录页")).article
    assert _states(_clean(project, editor, whole)) == ["passed"]


def test_what_has_no_original_is_passed_over(project, editor, alley):
    Snapshot.objects.filter(article=alley).delete()
    batch = _clean(project, editor, alley)
    assert (_states(batch), _why(batch)) == (["passed"], "没有原件，不能重新清理。")


def test_an_original_in_which_nothing_is_found_leaves_the_text(project, editor, alley, monkeypatch):
    def refuse(*_):
        raise ExtractionError("no_article")

    monkeypatch.setattr(captures, "extract", refuse)
    batch = _clean(project, editor, alley)
    assert _states(batch) == ["passed"]
    assert _texts(alley)[0] == FIRST


def test_what_is_in_the_bin_is_not_touched(project, editor, alley, says):
    delete(alley)
    says(BETTER)
    batch = _clean(project, editor, alley)
    assert (_states(batch), _why(batch)) == (["passed"], "在回收站里，没有动。")
    assert alley.versions.count() == 1


def test_one_that_breaks_does_not_stop_the_others(project, owner, editor, alley, says, monkeypatch):
    other = import_capture(project, owner, Capture(b"other")).article
    held = []
    monkeypatch.setattr(batches, "_enqueue", held.extend)
    batch = _clean(project, editor, alley, other)
    monkeypatch.setattr(captures, "extract", lambda data, *_: 1 / 0 if data == b"alley" else BETTER)
    with pytest.raises(ZeroDivisionError):
        running.run(project.pk, held[0].pk)
    running.run(project.pk, held[1].pk)
    assert _states(batch) == ["failed", "done"]
    assert "没有做成" in queries.items(batch).first().refusal["template"]
    says(BETTER)
    assert batches.retry(batch) == 1
    running.run(project.pk, held[0].pk)
    assert _states(batch) == ["done", "done"]


def test_running_an_item_twice_cleans_once(project, editor, alley, says):
    says(BETTER)
    batch = _clean(project, editor, alley)
    running.run(project.pk, queries.items(batch).get().pk)
    assert (alley.versions.count(), _states(batch)) == (2, ["done"])


def test_a_worker_that_was_overtaken_leaves_nothing_of_its_work(project, editor, alley, says, monkeypatch):
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    item = queries.items(_clean(project, editor, alley)).get()
    says(BETTER)
    slow = holding.claim(project.pk, item.pk)
    queries.pages(project.pk, item.pk).update(tries=9)
    running.WORK["clean"](slow)
    alley.refresh_from_db()
    item.refresh_from_db()
    assert (alley.version.number, alley.source, item.state, item.report) == (1, "临江日报", "running", {})


def test_a_batch_is_taken_back_as_a_whole(project, owner, editor, says):
    says(PAGE)
    articles = [import_capture(project, owner, Capture(name)).article for name in (b"one", b"two")]
    said = [metadata.values_of(article) for article in articles]
    says(BETTER)
    batch = _clean(project, editor, *articles)
    back = batches.take_back(batch, owner)
    articles = list(Article.objects.order_by("pk").select_related("version"))
    assert (_states(back), _states(batch)) == (["done", "done"], ["undone", "undone"])
    assert [metadata.values_of(article) for article in articles] == said
    assert [article.origins["source"] for article in articles] == ["line_above"] * 2
    assert [(one.version.number, one.version.basis, one.version.reason) for one in articles] == [(3, 1, "back")] * 2
    assert articles[0].version.text == articles_queries.version(articles[0], 1).text
    assert articles_queries.version(articles[0], 2).text == f"{FIRST}\n{SECOND}"
    assert queries.items(back).first().report["counts"] == {"come": 1}
    assert batches.take_back(batch, owner) is None


def test_who_edited_since_keeps_what_they_said(project, owner, editor, says):
    says(PAGE)
    edited, corrected, plain = (import_capture(project, owner, Capture(name)).article for name in (b"1", b"2", b"3"))
    says(BETTER)
    batch = _clean(project, editor, edited, corrected, plain)
    correcting.flip(_seen(edited), owner, [0], "strike")
    metadata.correct(Article.objects.get(pk=corrected.pk), owner, {"source": ["河湾日报"]})
    back = batches.take_back(batch, editor)
    assert _states(back) == ["passed", "passed", "done"]
    assert [item.refusal.get("template", "")[:6] for item in queries.items(back)] == ["之后又有了新", "之后有人更正", ""]
    assert _texts(edited) == [SECOND]
    corrected.refresh_from_db()
    assert (corrected.source, corrected.version.number) == ("河湾日报", 2)
    assert _states(batch) == ["done", "done", "undone"]


def test_a_correction_to_the_same_words_is_still_a_correction(project, editor, alley, says):
    says(BETTER)
    batch = _clean(project, editor, alley)
    metadata.correct(Article.objects.get(), editor, {"source": ["河湾日报"]})
    metadata.correct(Article.objects.get(), editor, {"source": ["临江晚报"]})
    assert _states(batches.take_back(batch, editor)) == ["passed"]


def test_what_went_to_the_bin_since_is_told(project, editor, alley, says):
    says(BETTER)
    batch = _clean(project, editor, alley)
    delete(Article.objects.get())
    back = batches.take_back(batch, editor)
    assert (_states(back), _why(back)) == (["passed"], "在回收站里，没有动。")


def test_taking_back_while_that_is_at_work_starts_nothing_more(project, editor, alley, says, monkeypatch):
    says(BETTER)
    batch = _clean(project, editor, alley)
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    assert batches.take_back(batch, editor) == batches.take_back(batch, editor)


def test_what_was_taken_back_as_a_whole_can_be_cleaned_anew_and_redone(project, editor, alley, says):
    says(BETTER)
    batches.take_back(_clean(project, editor, alley), editor)
    assert correcting.redo(_seen(alley), editor).text == f"{FIRST}\n{SECOND}"
    correcting.undo(_seen(alley), editor)
    alley.refresh_from_db()
    assert alley.version.text.endswith("扫一扫，关注我们")


def test_after_taking_back_the_next_batch_cleans_again(project, editor, alley, says):
    says(BETTER)
    batches.take_back(_clean(project, editor, alley), editor)
    assert _states(_clean(project, editor, alley)) == ["done"]


def test_a_long_report_keeps_the_first_lines_and_counts_all(project, editor, says, owner):
    says(PAGE)
    article = import_capture(project, owner, Capture(b"long")).article
    says(replace(PAGE, blocks=tuple(Block("paragraph", f"{n}号院" * 100) for n in range(40))))
    report = queries.items(_clean(project, editor, article)).get().report
    assert report["counts"] == {"gone": 3, "come": 40}
    assert len(report["lines"]) == 6
    assert max(len(text) for line in report["lines"] for _, text in line["pieces"]) <= 160


def test_a_stranger_to_the_project_finds_no_such_batch(project, editor, alley, stranger):
    batch = _clean(project, editor, alley)
    assert not queries.recleanings(stranger.memberships.get().project).exists()
    assert batch not in queries.batches(project)


def test_of_many_articles_a_few_are_queued_and_each_queues_another(project, owner, editor, says, monkeypatch):
    says(PAGE)
    articles = [import_capture(project, owner, Capture(str(n).encode())).article for n in range(5)]
    asked = []
    monkeypatch.setattr(tasks, "AHEAD", 2)
    monkeypatch.setattr(tasks.reclean.__class__, "enqueue", lambda task, *ids: asked.append(ids))
    batch = _clean(project, editor, *articles)
    assert len(asked) == 2
    for ids in asked:
        tasks.reclean.func(*ids)
    assert len(asked) == 5
    assert _states(batch) == ["same"] * 5


def test_what_a_killed_worker_left_is_cleaned_by_another(project, owner, editor, says, monkeypatch):
    says(PAGE)
    articles = [import_capture(project, owner, Capture(str(n).encode())).article for n in range(4)]
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    batch = _clean(project, editor, *articles)
    holding.claim(project.pk, queries.items(batch)[0].pk)
    queries.items(batch).update(touched=timezone.now() - timedelta(hours=1))
    monkeypatch.undo()
    says(BETTER)
    batches.resume(batch)
    assert _states(batch) == ["done"] * 4
    assert [article.versions.count() for article in articles] == [2] * 4
