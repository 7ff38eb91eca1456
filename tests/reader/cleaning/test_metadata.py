from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reader.capture.importing import import_capture
from reader.cleaning import captures, correcting, metadata
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import CleaningRefused, Seen
from reader.extraction import Author, Block, Page, PrintEdition

PAGE = Page(
    title="让小巷成为客厅",
    source="临江日报",
    published=datetime(2024, 5, 18, 0, 30, 9, tzinfo=UTC),
    published_precision="second",
    authors=(Author("林一", "临江日报"), Author("陈二")),
    editor="吴三",
    channel=("城建", "观察"),
    blocks=(Block("paragraph", "小巷是孩子们放学后的第一个去处。"),),
    original_title="小巷的客厅",
    keywords=("小巷", "客厅"),
    overline="城里的新事",
    subtitle="——一条小巷的四季",
    document_number="临建发〔2024〕6号",
    document_date=date(2024, 5, 10),
    issuer="临江市住房和城乡建设局",
    print_edition=PrintEdition("临江日报", date(2024, 5, 17), "09"),
    rules={"title": "heading", "source": "line_above", "print_edition": "line_below"},
)


@pytest.fixture
def says(monkeypatch):
    """Let every page say what is given."""
    return lambda page: monkeypatch.setattr(captures, "extract", lambda *args: page)


@pytest.fixture
def alley(project, owner, says):
    says(PAGE)
    capture = Capture("无论什么".encode(), url="https://news.example/1.html", filename="alley.html")
    return import_capture(project, owner, capture).article


def _reclean(article, user):
    article.refresh_from_db()
    correcting.reclean(Seen(article.project, article.pk, article.version.number), user)
    article.refresh_from_db()


def test_every_field_of_the_page_is_kept(alley):
    alley.refresh_from_db()
    assert (alley.title, alley.source, alley.editor) == ("让小巷成为客厅", "临江日报", "吴三")
    assert alley.channel == ["城建", "观察"]
    assert alley.authors == [{"name": "林一", "affiliation": "临江日报"}, {"name": "陈二", "affiliation": ""}]
    assert (alley.published, alley.published_precision) == (PAGE.published, "second")
    assert (alley.original_title, alley.keywords) == ("小巷的客厅", ["小巷", "客厅"])
    assert (alley.print_paper, alley.print_date, alley.print_page) == ("临江日报", date(2024, 5, 17), "09")
    assert (alley.overline, alley.subtitle) == ("城里的新事", "——一条小巷的四季")
    assert (alley.document_number, alley.document_date) == ("临建发〔2024〕6号", date(2024, 5, 10))
    assert alley.issuer == "临江市住房和城乡建设局"


@pytest.mark.parametrize(
    ("field", "label"),
    [("title", "正文上方的标题"), ("source", "正文上方的行"), ("url", "收取时"), ("print_edition", "正文下方的行")],
)
def test_each_field_says_where_it_came_from(alley, field, label):
    assert metadata.origin_label(alley, field) == label


def test_a_field_that_is_empty_says_so(project, owner, says):
    says(replace(PAGE, editor=""))
    article = import_capture(project, owner, Capture(b"x")).article
    assert metadata.origin_label(article, "editor") == "没有"


@pytest.mark.parametrize(
    ("filename", "title", "origin"),
    [("小巷.html", "小巷", "文件名"), ("", "小巷是孩子们放学后的第一个去处。", "正文开头")],
)
def test_a_title_the_page_does_not_state_says_so(project, owner, says, filename, title, origin):
    says(replace(PAGE, title="", rules={}))
    article = import_capture(project, owner, Capture(b"x", filename=filename)).article
    assert (article.title, metadata.origin_label(article, "title")) == (title, origin)


def test_a_correction_is_remembered_with_who_and_what(alley, editor):
    assert metadata.correct(alley, editor, {"source": ["临江晚报"], "editor": ["吴三"]}) == ["source"]
    correction = alley.corrections.get()
    assert (correction.field, correction.before, correction.after) == ("source", ["临江日报"], ["临江晚报"])
    assert correction.made_by == editor
    assert metadata.origin_label(alley, "source") == "读者"


def test_a_correction_survives_recleaning_and_the_rest_is_read_anew(alley, editor, says):
    metadata.correct(alley, editor, {"source": ["临江晚报"]})
    says(replace(PAGE, source="又一家报", editor="郑四"))
    _reclean(alley, editor)
    assert (alley.source, alley.editor, alley.url) == ("临江晚报", "郑四", "https://news.example/1.html")


def test_recleaning_that_learns_only_metadata_makes_no_version(alley, editor, says):
    says(replace(PAGE, editor="郑四"))
    _reclean(alley, editor)
    assert (alley.editor, alley.versions.count()) == ("郑四", 1)


def test_recleaning_that_learns_nothing_says_so(alley, editor):
    with pytest.raises(CleaningRefused):
        _reclean(alley, editor)


def test_an_emptied_field_stays_empty(alley, editor, says):
    metadata.correct(alley, editor, {"print_edition": ["", None, ""]})
    says(replace(PAGE, editor="郑四"))
    _reclean(alley, editor)
    assert (alley.print_paper, alley.print_date, alley.print_page) == ("", None, "")


def test_a_field_can_be_given_back_to_the_page(alley, editor, says):
    metadata.correct(alley, editor, {"source": ["临江晚报"]})
    metadata.release(alley, editor, "source", PAGE)
    alley.refresh_from_db()
    assert (alley.source, metadata.origin_label(alley, "source")) == ("临江日报", "正文上方的行")
    assert [one.after for one in alley.corrections.all()] == [["临江晚报"], None]
    says(replace(PAGE, source="又一家报"))
    _reclean(alley, editor)
    assert alley.source == "又一家报"


@pytest.mark.parametrize("field", ["title", "没有", ""])
def test_what_was_never_corrected_is_not_given_back(alley, editor, field):
    metadata.release(alley, editor, field, PAGE)
    assert not alley.corrections.exists()


def test_a_title_given_when_saving_is_the_readers_word(project, owner, says):
    says(PAGE)
    article = import_capture(project, owner, Capture(b"x", title="我的题目")).article
    assert (article.title, metadata.origin_label(article, "title")) == ("我的题目", "读者")
    says(replace(PAGE, title="新的网页标题", editor="郑四"))
    _reclean(article, owner)
    assert article.title == "我的题目"
