"""Articles cleaned anew among many: what really changes is written and told, the rest is left and told."""

from dataclasses import replace

import pytest

from reader.articles import queries as articles_queries
from reader.articles.bin import delete
from reader.capture import queries
from reader.capture.importing import import_capture, import_whole, keep_all
from reader.cleaning import captures, correcting, metadata
from reader.cleaning.captures import Capture
from reader.extraction import Block, ExtractionError
from reader.extraction.page import Cell, Span
from reader.models import Snapshot
from tests.reader.recleaned import BETTER, FIRST, PAGE, SECOND, clean, seen, states, texts, why


def test_an_article_that_changes_gets_a_new_version_and_keeps_the_old(project, editor, soiled, cleans):
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    assert states(batch) == ["done"]
    assert texts(soiled) == [FIRST, SECOND]
    assert (soiled.version.number, soiled.version.reason, soiled.version.created_by) == (2, "clean", editor)
    assert articles_queries.version(soiled, 1).text.endswith("扫一扫，关注我们")


def test_the_report_says_which_lines_went_and_what_the_metadata_said(project, editor, soiled, cleans):
    cleans(BETTER)
    report = queries.items(clean(project, editor, soiled)).get().report
    assert (report["before"], report["after"], report["counts"]) == (1, 2, {"gone": 1})
    assert report["lines"] == [{"kind": "gone", "pieces": [["gone", "扫一扫，关注我们"]]}]
    assert (report["metadata"]["source"]["before"], report["metadata"]["source"]["after"]) == (
        ["临江日报"],
        ["临江晚报"],
    )
    assert set(report["metadata"]) == {"source", "published"}


def test_of_a_reworded_line_the_report_shows_what_stands_beside_the_change(project, editor, soiled, cleans):
    long = f"{FIRST * 4}住在里面的⼈最清楚。{SECOND * 4}"
    cleans(replace(PAGE, blocks=(Block("paragraph", long), *PAGE.blocks[1:])))
    correcting.reclean(seen(soiled), editor)
    cleans(replace(PAGE, blocks=(Block("paragraph", long.replace("⼈", "人")), *PAGE.blocks[1:])))
    (line,) = queries.items(clean(project, editor, soiled)).get().report["lines"]
    assert [kind for kind, _ in line["pieces"]] == ["same", "gone", "come", "same"]
    assert (line["pieces"][0][1][-5:], line["pieces"][1][1], line["pieces"][2][1]) == ("住在里面的", "⼈", "人")
    assert sum(len(text) for _, text in line["pieces"]) < len(long)


def test_what_stays_as_it_was_gets_no_version(project, editor, soiled):
    batch = clean(project, editor, soiled)
    soiled.refresh_from_db()
    assert (states(batch), soiled.version.number) == (["same"], 1)


def test_another_name_for_what_was_cut_is_no_change(project, owner, editor, cleans):
    cleans(BETTER)
    article = import_capture(project, owner, Capture(b"alley")).article
    cleans(replace(BETTER, removed=(replace(BETTER.removed[0], rule="follow_us"),)))
    batch = clean(project, editor, article)
    article.refresh_from_db()
    assert (states(batch), article.version.number) == (["same"], 1)


@pytest.mark.parametrize(
    "block",
    [
        Block("list", FIRST, marker="1."),
        Block("paragraph", FIRST, spans=(Span(0, 2, "bold"),)),
        Block("table", FIRST, cells=(Cell(0, 0, header=True, end=len(FIRST)),)),
    ],
)
def test_structure_alone_is_a_change(project, editor, soiled, cleans, block):
    cleans(replace(PAGE, blocks=(block, *PAGE.blocks[1:])))
    batch = clean(project, editor, soiled)
    soiled.refresh_from_db()
    assert queries.items(batch).get().report["counts"] == {"reset": 1}
    assert soiled.version.number == 2


def test_metadata_alone_changes_without_a_version(project, editor, soiled, cleans):
    cleans(replace(PAGE, source="临江晚报"))
    batch = clean(project, editor, soiled)
    soiled.refresh_from_db()
    assert (states(batch), soiled.source, soiled.version.number) == (["done"], "临江晚报", 1)


def test_what_readers_corrected_stays(project, editor, soiled, cleans):
    metadata.correct(soiled, editor, {"source": ["河湾日报"]})
    cleans(BETTER)
    report = queries.items(clean(project, editor, soiled)).get().report
    soiled.refresh_from_db()
    assert (soiled.source, set(report["metadata"])) == ("河湾日报", {"published"})


def test_only_the_chosen_articles_are_cleaned(project, owner, editor, soiled, cleans):
    other = import_capture(project, owner, Capture(b"other")).article
    cleans(BETTER)
    clean(project, editor, other)
    soiled.refresh_from_db()
    assert soiled.version.number == 1


def test_what_was_struck_by_hand_is_passed_over_and_told(project, editor, soiled, cleans):
    correcting.flip(seen(soiled), editor, [2], "strike")
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    assert (states(batch), "手工" in why(batch)) == (["passed"], True)
    assert soiled.versions.count() == 2


def test_what_was_struck_and_taken_back_is_not_edited(project, editor, soiled, cleans):
    correcting.flip(seen(soiled), editor, [2], "strike")
    correcting.undo(seen(soiled), editor)
    cleans(BETTER)
    assert states(clean(project, editor, soiled)) == ["done"]


def test_who_went_back_to_an_older_version_is_not_overruled(project, editor, soiled, cleans):
    cleans(BETTER)
    correcting.reclean(seen(soiled), editor)
    correcting.return_to(seen(soiled), editor, 1)
    batch = clean(project, editor, soiled)
    assert (states(batch), "选回了旧的一版" in why(batch)) == (["passed"], True)


def test_who_took_a_cleaning_back_is_not_overruled(project, editor, soiled, cleans):
    cleans(BETTER)
    correcting.reclean(seen(soiled), editor)
    correcting.undo(seen(soiled), editor)
    batch = clean(project, editor, soiled)
    assert (states(batch), "撤销过" in why(batch)) == (["passed"], True)


def test_what_was_kept_whole_is_passed_over(project, owner, editor, soiled, cleans):
    keep_all(soiled, "小巷\n每一行都要", owner)
    batch = clean(project, editor, soiled)
    assert (states(batch), "全部文字" in why(batch)) == (["passed"], True)
    page = b"<html><body><a href=/a>one</a> <a href=/b>two</a> <a href=/c>three</a></body></html>"
    cleans(PAGE)
    whole = import_whole(project, owner, Capture(page, title="登录页")).article
    assert states(clean(project, editor, whole)) == ["passed"]


def test_what_has_no_original_is_passed_over(project, editor, soiled):
    Snapshot.objects.filter(article=soiled).delete()
    batch = clean(project, editor, soiled)
    assert (states(batch), why(batch)) == (["passed"], "没有原件，不能重新清理。")


def test_an_original_in_which_nothing_is_found_leaves_the_text(project, editor, soiled, monkeypatch):
    def refuse(*_):
        raise ExtractionError("no_article")

    monkeypatch.setattr(captures, "extract", refuse)
    batch = clean(project, editor, soiled)
    assert states(batch) == ["passed"]
    assert texts(soiled)[0] == FIRST


def test_what_is_in_the_bin_is_not_touched(project, editor, soiled, cleans):
    delete(soiled)
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    assert (states(batch), why(batch)) == (["passed"], "在回收站里，没有动。")
    assert soiled.versions.count() == 1


def test_a_long_report_keeps_the_first_lines_and_counts_all(project, editor, cleans, owner):
    cleans(PAGE)
    article = import_capture(project, owner, Capture(b"long")).article
    cleans(replace(PAGE, blocks=tuple(Block("paragraph", f"{n}号院" * 100) for n in range(40))))
    report = queries.items(clean(project, editor, article)).get().report
    assert report["counts"] == {"gone": 3, "come": 40}
    assert len(report["lines"]) == 6
    assert max(len(text) for line in report["lines"] for _, text in line["pieces"]) <= 160
