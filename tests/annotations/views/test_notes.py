"""The notes page: what each filter leaves, in which groups, and that it stays usable when there is much."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import Event, Highlight, Memo, SavedFilter, Tagging
from reader.models import Article, Project


@pytest.fixture
def page(client_of, viewer, project):
    """The notes page as a tree, for the viewer unless told otherwise."""

    def get(user=viewer, **query):
        answer = client_of(user).get(f"/projects/{project.pk}/notes/", query)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "lxml")

    return get


@pytest.fixture
def scene(put, coder, editor, body, theme, add):
    """Four marks: two of the coder in the essay, one bare; two of the editor, one of them in another article."""
    root, other = theme("街巷", colour=2), theme("公共", colour=3)
    child = theme("慢行", root, colour=4)
    news = add("绿道进家门", source="城市网", published=datetime(2024, 5, 1, tzinfo=UTC))
    put(coder, 1, body("慢行优先", note="硬约束", themes=[child.pk]))
    put(coder, 2, body("𠮷祥里的居民说🚲"))
    put(editor, 3, body("一盏灯", note="100%_的", themes=[root.pk, other.pk]))
    put(editor, 4, body("一件别的事情", news, themes=[other.pk]))
    return {"root": root, "child": child, "other": other, "news": news}


def quotes(page):
    return [mark.text for mark in page.select(".note-row mark")]


def headings(page):
    return [(group.h2.get_text(strip=True), group.select_one(".count").text) for group in page.select(".notes-group")]


def test_without_a_filter_every_mark_is_shown_by_article_in_text_order(page, scene):
    shown = page()
    assert headings(shown) == [("绿道进家门", "1"), ("让街巷慢下来", "3")]
    assert quotes(shown) == ["一件别的事情", "𠮷祥里的居民说🚲", "慢行优先", "一盏灯"]
    assert "圈点 4 处 · 2 篇文章" in shown.select_one(".sub").text


def test_a_mark_stands_in_its_sentence_with_all_that_is_known(page, scene, essay):
    note = page(text="慢行优先").select_one(".note-row")
    assert note.blockquote.text == "以慢行优先促畅通。"
    assert note.select_one(".place").get_text(strip=True).endswith("第 2 段")
    assert note.select_one(".place a")["href"] == f"{essay.get_absolute_url()}#p2"
    assert [tag.text for tag in note.select(".tags li")] == ["街巷 / 慢行"]
    assert note.select_one(".note-text").text == "硬约束"
    assert note.select_one(".who span").text == "coder"


def test_headings_over_a_paragraph_are_shown(page, put, coder, project, owner, body):
    from reader.capture.importing import import_capture
    from reader.cleaning.captures import Capture

    html = "<h1>题</h1><article><h2>一、缘起</h2><p>缘起这一段，说的是为什么要做这件事情，话要说满。</p></article>"
    made = import_capture(project, owner, Capture(html.encode(), filename="a.html")).article
    kinds = [block["kind"] for block in made.version.blocks]
    assert "heading" in kinds
    put(coder, 1, body("为什么", made))
    assert "一、缘起" in page().select_one(".place").text


def test_by_theme_a_mark_of_two_themes_is_under_both_and_bare_ones_come_last(page, scene):
    shown = page(group="theme")
    assert headings(shown) == [("街巷", "1"), ("街巷 / 慢行", "1"), ("公共", "2"), ("未分主题", "1")]
    assert quotes(shown) == ["一盏灯", "慢行优先", "一件别的事情", "一盏灯", "𠮷祥里的居民说🚲"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"theme": "root"}, ["慢行优先", "一盏灯"]),
        ({"theme": "root", "alone": "1"}, ["一盏灯"]),
        ({"article": "news"}, ["一件别的事情"]),
        ({"person": "coder"}, ["𠮷祥里的居民说🚲", "慢行优先"]),
        ({"source": "城市网"}, ["一件别的事情"]),
        ({"note": "with"}, ["慢行优先", "一盏灯"]),
        ({"note": "without"}, ["一件别的事情", "𠮷祥里的居民说🚲"]),
        ({"untagged": "1"}, ["𠮷祥里的居民说🚲"]),
        ({"text": "硬约"}, ["慢行优先"]),
        ({"text": "🚲"}, ["𠮷祥里的居民说🚲"]),
        ({"text": "0%_"}, ["一盏灯"]),
        ({"text": "_%"}, []),
        ({"dated": "published", "since": "2024-05-01", "until": "2024-05-01"}, ["一件别的事情"]),
        ({"dated": "published", "since": "2024-05-02"}, []),
        ({"since": "2999-01-01"}, []),
        ({"until": "9999-12-31", "text": "灯"}, ["一盏灯"]),
        ({"theme": "other", "person": "coder"}, []),
        ({"theme": "x", "since": "0001-01-01", "note": "perhaps", "group": "x", "text": "灯"}, ["一盏灯"]),
    ],
)
def test_a_filter_leaves_what_it_asks_for(page, scene, coder, query, expected):
    ids = {"root": scene["root"].pk, "other": scene["other"].pk, "news": scene["news"].pk, "coder": coder.pk}
    assert quotes(page(**{name: ids.get(value, value) for name, value in query.items()})) == expected


def test_by_theme_a_filter_by_theme_shows_its_sections_alone(page, scene):
    assert headings(page(group="theme", theme=scene["root"].pk)) == [("街巷", "1"), ("街巷 / 慢行", "1")]


def test_several_of_one_author_and_year_have_letters(page, project, put, coder, add, body):
    project.citation = "2025 author-year"
    project.save(update_fields=["citation"])
    for number, day in ((1, 1), (2, 2)):
        made = add(f"第{number}篇", published=datetime(2024, 5, day, tzinfo=UTC), authors=[{"name": "徐小明"}])
        put(coder, number, body("一件别的事情", made))
    cited = [entry.text for entry in page().select(".citation")]
    assert [entry[:9] for entry in cited] == ["徐小明，2024b", "徐小明，2024a"]


def test_nothing_found_leads_back_to_all(page, scene):
    assert page(text="没有这些字").select_one(".empty a")["href"].endswith("/notes/")


def test_a_project_without_marks_says_how_to_begin(page, essay):
    assert "还没有圈点" in page().select_one(".empty").text


def test_deleted_marks_and_articles_stay_out(page, scene, coder, delete):
    delete(coder, 1, 1)
    Article.objects.filter(pk=scene["news"].pk).update(deleted=datetime.now(UTC))
    assert quotes(page()) == ["𠮷祥里的居民说🚲", "一盏灯"]


def test_a_mark_in_an_old_text_only_says_so(page, put, coder, body, essay, project):
    put(coder, 1, body())
    blocks = [{"kind": "paragraph", "level": 0, "text": "另写。"}]
    newer = essay.versions.create(project=project, number=2, text="另写。", blocks=blocks, words="3")
    Article.objects.filter(pk=essay.pk).update(version=newer)
    note = page().select_one(".note-row")
    assert note.select_one(".orphan")
    assert note.blockquote.text == "以慢行优先促畅通。"


def test_only_who_may_change_a_mark_is_offered_to(page, scene, coder, viewer, editor):
    offered = {user: len(page(user).select(".edit-note")) for user in (viewer, coder, editor)}
    assert offered == {viewer: 0, coder: 2, editor: 4}


def test_the_export_dialog_keeps_the_filter(page, scene):
    shown = page(text="灯", group="theme")
    chosen = shown.select_one("#export-dialog [name=query][checked]")
    assert chosen["value"] == "text=%E7%81%AF&group=theme"
    assert shown.select_one(".notes-tools [data-export]")["href"].endswith("/exports/?text=%E7%81%AF&group=theme")


def test_markup_in_notes_is_shown_and_not_run(page, put, coder, body):
    put(coder, 1, body(note="<script>alert(1)</script>"))
    assert page().select_one(".note-text").text == "<script>alert(1)</script>"


def test_another_projects_marks_are_not_shown(page, scene, stranger, client_of):
    mine = stranger.memberships.get().project
    answer = client_of(stranger).get(f"/projects/{mine.pk}/notes/", {"theme": scene["root"].pk})
    assert quotes(BeautifulSoup(answer.content, "lxml")) == []


def test_memos_of_project_and_article_are_shown(page, scene, project, essay, coder):
    Memo.objects.create(project=project, author=coder, text="全课题")
    Memo.objects.create(project=project, article=essay, author=coder, text="这一篇")
    assert [memo.text for memo in page().select(".memo-text")] == ["全课题", "这一篇"]


def test_a_themes_memo_is_kept_and_shown_by_theme(page, scene, keep, coder, viewer):
    assert keep(coder, "与绿道分开", path=f"themes/{scene['root'].pk}/memo").status_code == 200
    assert [memo.text for memo in page(group="theme").select(".memo-text")] == ["与绿道分开"]
    assert keep(coder, "x", path="themes/999999/memo").status_code == 404
    assert keep(viewer, "x", path=f"themes/{scene['root'].pk}/memo").status_code == 403


@pytest.mark.parametrize("citation", ["2025 numeric", "2025 author-year"])
@pytest.mark.parametrize("group", ["article", "theme"])
def test_much_is_paged_counted_right_and_read_in_twelve_queries(
    page, project, essay, coder, theme, group, client_of, citation
):
    Project.objects.filter(pk=project.pk).update(citation=citation)
    themes = [theme(f"主题{number}") for number in range(4)]
    fields = {"project": project, "article": essay, "version": essay.version, "author": coder}
    text = essay.version.text
    marks = Highlight.objects.bulk_create(
        Highlight(start=place, end=place + 1, exact=text[place], **fields) for place in range(60) for _ in range(3)
    )
    Tagging.objects.bulk_create(
        Tagging(project=project, highlight=mark, theme=themes[rank % 4]) for rank, mark in enumerate(marks) if rank % 5
    )
    client = client_of(coder)
    address = f"/projects/{project.pk}/notes/?group={group}"
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        shown = BeautifulSoup(client.get(address).content, "lxml")
    assert len(queries) <= 12, [query["sql"][:90] for query in queries]
    assert len(quotes(shown)) == 50
    assert "圈点 180 处" in shown.select_one(".sub").text
    found = [len(quotes(page(group=group, page=number))) for number in (1, 2, 3, 4)]
    assert found == [50, 50, 50, 30]
    assert sum(int(count) for _, count in dict(headings(page(group=group, page=4))).items()) >= 30


def test_a_filter_is_named_and_saved_by_a_person_for_themselves(page, client_of, viewer, coder, project):
    client_of(viewer).post(f"/projects/{project.pk}/notes/filters/save/", {"name": " 待 议 ", "query": "note=with&x=1"})
    kept = SavedFilter.objects.get()
    assert (kept.user, kept.name, kept.query) == (viewer, "待 议", "note=with")
    assert page().select_one(".saved a")["href"] == "?note=with"
    assert page(coder).select_one(".saved") is None


def test_the_same_name_saves_the_newer_filter(client_of, viewer, project):
    for query in ("note=with", "text=灯"):
        client_of(viewer).post(f"/projects/{project.pk}/notes/filters/save/", {"name": "待议", "query": query})
    assert SavedFilter.objects.get().query == "text=%E7%81%AF"


@pytest.mark.parametrize("name", ["", " ", "字" * 61, "a\0b"])
def test_a_filter_without_a_fitting_name_is_not_saved(client_of, viewer, project, name):
    answer = client_of(viewer).post(f"/projects/{project.pk}/notes/filters/save/", {"name": name, "query": "note=with"})
    assert answer.headers["Location"].endswith("/notes/?note=with")
    assert not SavedFilter.objects.exists()


def test_only_ones_own_filter_is_deleted(client_of, viewer, coder, project):
    kept = SavedFilter.objects.create(project=project, user=viewer, name="待议")
    for user in (coder, viewer):
        client_of(user).post(f"/projects/{project.pk}/notes/filters/{kept.pk}/delete/")
        assert SavedFilter.objects.exists() == (user == coder)


@pytest.fixture
def keep(api):
    def call(user, text, revision=0, path="memo"):
        return api(user, "put", path, {"text": text, "revision": revision})

    return call


def test_a_memo_is_kept_with_its_history(keep, coder, editor, essay):
    path = f"articles/{essay.pk}/memo"
    first = keep(coder, "此文可作总纲", path=path).json()
    assert keep(editor, "此文可作总纲。", first["revision"], path).json()["revision"] == 2
    assert (Memo.objects.get().text, Memo.objects.get().author) == ("此文可作总纲。", editor)
    changes = Event.objects.filter(subject="memo").values_list("action", "actor__username", "after__text")
    assert list(changes) == [("create", "coder", "此文可作总纲"), ("change", "editor", "此文可作总纲。")]


def test_nobody_writes_over_a_memo_they_have_not_seen(keep, coder, editor):
    keep(coder, "先写的")
    refused = keep(editor, "后写的")
    assert (refused.status_code, refused.json()["current"], Memo.objects.get().text) == (412, "先写的", "先写的")


def test_the_same_memo_again_does_no_harm(keep, coder):
    keep(coder, "一样")
    assert keep(coder, "一样").json()["revision"] == 1


def test_a_memo_of_what_cannot_be_stored_is_refused(keep, coder):
    assert keep(coder, "a\0b").status_code == 422
