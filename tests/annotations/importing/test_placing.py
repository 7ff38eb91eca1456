"""Notes taken in: what is found becomes highlights, what is not waits with its note."""

from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pytest
from django.utils import timezone

from annotations.exporting import documents
from annotations.exports import FORMATS
from annotations.importing import placing, unplaced
from annotations.imports import Code, Notes, Passage, Source, read
from annotations.imports.themes import UNNAMED
from annotations.models import Event, Highlight, Theme, Unplaced
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article, Membership
from reader.projects import changing
from tests.annotations.conftest import ESSAY

HERE = Source(title="让街巷慢下来")


@pytest.fixture
def membership(project, editor):
    return Membership.objects.get(project=project, user=editor)


@pytest.fixture
def take(membership):
    def call(*passages, **notes):
        return placing.place_all(membership, Notes("csv", passages, **notes), "笔记.csv")

    return call


def test_a_quote_takes_its_place(essay, take):
    outcome = take(
        Passage(
            HERE,
            "慢行优先",
            note="批注",
            themes=(("街巷", "慢行"),),
            author="coder",
            created=datetime(2024, 5, 6, tzinfo=UTC),
        )
    )
    mark = Highlight.objects.get()
    assert outcome == placing.Outcome(1, 0, 0, 0)
    assert essay.version.text[mark.start : mark.end] == "慢行优先"
    assert (mark.note, mark.author.username, mark.created.year) == ("批注", "coder", 2024)
    assert mark.themes.get().name == "慢行"
    assert mark.themes.get().parent.name == "街巷"


def test_a_quote_that_is_nowhere_waits_with_its_note(essay, take):
    assert take(Passage(HERE, "文章里没有的一句话", note="别丢")).unplaced == 1
    row = Unplaced.objects.get()
    assert (row.article, row.note, row.origin) == (essay, "别丢", "笔记.csv")
    assert not Highlight.objects.exists()


def test_an_unknown_source_waits_too(essay, take):
    take(Passage(Source(title="另一篇"), "慢行优先"))
    assert Unplaced.objects.get().article is None


def test_words_that_stand_elsewhere_are_offered_there_and_not_taken(essay, take):
    take(Passage(Source(title="另一篇"), "住在里面的人最清楚"))
    row = Unplaced.objects.get()
    [listed] = unplaced.listed(row.project, [row])
    assert [(place.article, place.words) for place in listed.places] == [(essay, "住在里面的人最清楚")]
    assert not Highlight.objects.exists()


def test_twins_without_context_wait(project, editor, take):
    import_capture(project, editor, Capture("双胞\n\n甲说要稳中求进。乙也说要稳中求进。".encode()))
    assert take(Passage(Source(title="双胞"), "要稳中求进")).unplaced == 1


def test_the_address_finds_the_article(essay, take):
    Article.objects.filter(pk=essay.pk).update(url="https://www.example.org/a/?from=x")
    assert take(Passage(Source(url="http://example.org/a"), "慢行优先")).placed == 1


def test_a_long_quote_alone_finds_its_article(essay, take):
    assert take(Passage(Source(), "住在里面的人最清楚")).placed == 1


def test_the_same_file_twice_adds_nothing(essay, take):
    passages = Passage(HERE, "慢行优先"), Passage(HERE, "文章里没有的一句话")
    take(*passages)
    assert take(*passages) == placing.Outcome(0, 2, 0, 0)
    assert (Highlight.objects.count(), Unplaced.objects.count()) == (1, 1)


def test_a_text_the_project_lacks_becomes_an_article(project, take):
    text = "访谈记录\n\n问：路好走吗？\n\n答：好走。\n\n责任编辑：某某"
    source = Source(title="访谈", text=text)
    outcome = take(Passage(source, "责任编辑：某某", start=text.index("责任")), sources=(source,))
    assert (outcome.articles, outcome.placed) == (1, 1)
    assert Article.objects.get(title="访谈").project == project


@pytest.mark.parametrize("path", [("一", "二", "三", "四"), ("长" * 80,), ("\u200b",), ("  空  格 ",)])
def test_names_are_fitted_to_the_codebook(essay, take, path):
    take(Passage(HERE, "慢行优先", themes=(path,)))
    assert Highlight.objects.get().themes.count() == 1
    assert all(0 < len(theme.name) <= 60 for theme in Theme.objects.all())


def test_new_themes_get_what_the_file_says_of_them(essay, take, theme):
    there = theme("旧")
    said = "慢行的路。\n\n【何时用】说到路时\n\n【关键词】步道、林荫"
    take(
        Passage(HERE, "慢行优先", themes=(("步行",),)),
        codes=(Code(("步行",), "#FF8800", said), Code(("旧",), "", said)),
    )
    made = Theme.objects.get(name="步行")
    assert (made.definition, made.use_when, made.keywords) == ("慢行的路。", "说到路时", ["步道", "林荫"])
    assert (made.colour, made.foreign_colour) == (2, "#ff8800")
    there.refresh_from_db()
    assert there.definition == ""


@pytest.mark.parametrize("name", ["\u200b", " \u3000"])
def test_a_code_whose_name_cannot_be_seen_gets_one(essay, take, name):
    take(Passage(HERE, "慢行优先", themes=((name,),)), codes=(Code((name,), "#123456", "一段说明"),))
    assert Theme.objects.get().name == UNNAMED


def test_an_import_is_one_step_of_the_record(essay, take):
    take(Passage(HERE, "慢行优先", themes=(("街巷",),)))
    assert {event.step_id or event.pk for event in Event.objects.filter(action="import")} == {
        Event.objects.filter(action="import").first().pk
    }
    assert Event.objects.filter(action="import").count() == 2


@pytest.mark.parametrize("format", ["csv", "jsonld", "qdpx"])
def test_a_note_comes_back_to_the_last_space(format, essay, put, body, coder, editor, project):
    notes = [
        "  缩进\n第二行 ",
        "\t制表",
        "'=x",
        "=1+1",
        '“引”"双"，a;b',
        "第一行\n\n\n第四行\n",
        '{"a": "<b>&amp;"}',
        "%s",
    ]
    for number, note in enumerate(notes, 1):
        put(coder, number, body("慢行优先", note=note))
    file = BytesIO()
    FORMATS[format].write(documents.of_project(project, documents.Request(editor, "http://x", timezone.now())), file)
    assert {passage.note for passage in read(file.getvalue()).passages} == set(notes)


@pytest.mark.parametrize("format", ["csv", "jsonld", "qdpx"])
def test_two_articles_of_one_text_keep_their_marks_apart(format, put, body, coder, editor, project):
    said = "两篇说的是同一件事情"
    texts = {title: f"{title}\n\n{said}，一个字也不差，连标点也一样。" for title in ("甲篇", "乙篇")}
    made = {title: import_capture(project, editor, Capture(text.encode())).article for title, text in texts.items()}
    for number, (title, article) in enumerate(made.items(), 1):
        put(coder, number, body(said, article, note=title))
    file = BytesIO()
    FORMATS[format].write(documents.of_project(project, documents.Request(editor, "http://x", timezone.now())), file)
    Highlight.objects.filter(project=project).delete()
    placing.place_all(Membership.objects.get(project=project, user=editor), read(file.getvalue()), "x")
    assert {mark.note: mark.article.title for mark in Highlight.objects.all()} == {title: title for title in made}


@pytest.mark.parametrize("format", ["csv", "jsonld", "qdpx"])
def test_our_own_exports_come_back(format, essay, put, body, coder, editor, theme, project):
    child = theme("慢行", parent=theme("街巷"))
    put(coder, 1, body("𠮷祥里的居民说🚲", themes=[child.pk], note="=1+1\n第二行"))
    put(coder, 2, body("慢行优先"))
    file = BytesIO()
    FORMATS[format].write(documents.of_project(project, documents.Request(editor, "http://x", timezone.now())), file)
    other = changing.create(editor, "另一个")
    import_capture(other, editor, Capture(ESSAY.encode(), filename="街巷.txt"))
    placing.place_all(Membership.objects.get(project=other, user=editor), read(file.getvalue()), "x")
    first, second = Highlight.objects.filter(project=other).order_by("start")
    assert (first.exact, second.exact) == ("𠮷祥里的居民说🚲", "慢行优先")
    assert first.note == "=1+1\n第二行"
    assert first.themes.get().parent.name == "街巷"
    assert first.uuid == UUID(int=1)
    assert not Unplaced.objects.exists()


def test_one_passage_twice_in_a_file_counts_once_in_the_preview(essay, project):
    same = Passage(HERE, "慢行优先", id=str(UUID(int=5)))
    found = placing.preview(project, Notes("jsonld", (same, same)))
    assert (found.placed, found.known) == (1, 1)


def test_the_words_a_text_begins_with_are_not_taken_where_others_are_like_them(essay, project):
    first = essay.version.text[0]
    assert essay.version.text.count(first) > 1
    assert placing.preview(project, Notes("csv", (Passage(HERE, first),))).placed == 0


def test_the_first_line_of_an_arriving_text_is_not_lost_to_its_title(take):
    text = "受访者：王女士，62岁\n问：路好走吗？\n答：好走，比从前好走多了，就是夜里的灯还少了一些。"
    take(sources=(Source(title="访谈 3.docx", text=text),))
    article = Article.objects.get()
    assert (article.title, article.current.text) == ("访谈 3.docx", text)


def test_a_title_that_looks_like_a_sentence_does_not_get_into_an_arriving_text(take):
    title, text = "关于管网、管护、管理的思考，以及几个数字。" * 5, "管网旧了。\n管护跟不上，管理也就无从谈起。"
    take(sources=(Source(title=title, text=text),))
    assert Article.objects.get().current.text == text
