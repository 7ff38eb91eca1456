"""A batch of articles cleaned anew is taken back as a whole; what somebody changed since stays theirs."""

from reader.articles import queries as articles_queries
from reader.articles.bin import delete
from reader.capture import batches, queries
from reader.capture.importing import import_capture
from reader.cleaning import correcting, metadata
from reader.cleaning.captures import Capture
from reader.models import Article
from tests.reader.recleaned import BETTER, FIRST, PAGE, SECOND, clean, seen, states, texts, why


def test_a_batch_is_taken_back_as_a_whole(project, owner, editor, cleans):
    cleans(PAGE)
    articles = [import_capture(project, owner, Capture(name)).article for name in (b"one", b"two")]
    said = [metadata.values_of(article) for article in articles]
    cleans(BETTER)
    batch = clean(project, editor, *articles)
    back = batches.take_back(batch, owner)
    articles = list(Article.objects.order_by("pk").select_related("version"))
    assert (states(back), states(batch)) == (["done", "done"], ["undone", "undone"])
    assert [metadata.values_of(article) for article in articles] == said
    assert [article.origins["source"] for article in articles] == ["line_above"] * 2
    assert [(one.version.number, one.version.basis, one.version.reason) for one in articles] == [(3, 1, "back")] * 2
    assert articles[0].version.text == articles_queries.version(articles[0], 1).text
    assert articles_queries.version(articles[0], 2).text == f"{FIRST}\n{SECOND}"
    assert queries.items(back).first().report["counts"] == {"come": 1}
    assert batches.take_back(batch, owner) is None


def test_who_edited_since_keeps_what_they_said(project, owner, editor, cleans):
    cleans(PAGE)
    edited, corrected, plain = (import_capture(project, owner, Capture(name)).article for name in (b"1", b"2", b"3"))
    cleans(BETTER)
    batch = clean(project, editor, edited, corrected, plain)
    correcting.flip(seen(edited), owner, [0], "strike")
    metadata.correct(Article.objects.get(pk=corrected.pk), owner, {"source": ["河湾日报"]})
    back = batches.take_back(batch, editor)
    assert states(back) == ["passed", "passed", "done"]
    assert [item.refusal.get("template", "")[:6] for item in queries.items(back)] == [
        "之后又有了新",
        "之后有人更正",
        "",
    ]
    assert texts(edited) == [SECOND]
    corrected.refresh_from_db()
    assert (corrected.source, corrected.version.number) == ("河湾日报", 2)
    assert states(batch) == ["done", "done", "undone"]


def test_a_correction_to_the_same_words_is_still_a_correction(project, editor, soiled, cleans):
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    metadata.correct(Article.objects.get(), editor, {"source": ["河湾日报"]})
    metadata.correct(Article.objects.get(), editor, {"source": ["临江晚报"]})
    assert states(batches.take_back(batch, editor)) == ["passed"]


def test_what_went_to_the_bin_since_is_told(project, editor, soiled, cleans):
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    delete(Article.objects.get())
    back = batches.take_back(batch, editor)
    assert (states(back), why(back)) == (["passed"], "在回收站里，没有动。")


def test_taking_back_while_that_is_at_work_starts_nothing_more(project, editor, soiled, cleans, monkeypatch):
    cleans(BETTER)
    batch = clean(project, editor, soiled)
    monkeypatch.setattr(batches, "_enqueue", lambda items: None)
    assert batches.take_back(batch, editor) == batches.take_back(batch, editor)


def test_what_was_taken_back_as_a_whole_can_be_cleaned_anew_and_redone(project, editor, soiled, cleans):
    cleans(BETTER)
    batches.take_back(clean(project, editor, soiled), editor)
    assert correcting.redo(seen(soiled), editor).text == f"{FIRST}\n{SECOND}"
    correcting.undo(seen(soiled), editor)
    soiled.refresh_from_db()
    assert soiled.version.text.endswith("扫一扫，关注我们")


def test_after_taking_back_the_next_batch_cleans_again(project, editor, soiled, cleans):
    cleans(BETTER)
    batches.take_back(clean(project, editor, soiled), editor)
    assert states(clean(project, editor, soiled)) == ["done"]
