import pytest
from lxml import html

from reader.articles import versions
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture


@pytest.fixture
def at(project, article):
    return lambda rest="": f"/projects/{project.pk}/articles/{article.pk}/record/{rest}"


@pytest.fixture
def change(at, client_of):
    def post(user, act, version=1, **said):
        return client_of(user).post(at("change/"), {"act": act, "version": version, **said}, follow=True)

    return post


def _said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_every_cut_is_shown_with_its_rule_in_words(at, article, viewer, client_of):
    groups = client_of(viewer).get(at()).context["groups"]
    cuts = [line.text for group in groups if not group.kept for line in group.lines]
    assert cuts == [removed["text"] for removed in article.version.removed]
    assert all(group.label and group.label != group.rule for group in groups if not group.kept)


def test_every_block_is_shown(at, article, viewer, client_of):
    tree = html.fromstring(client_of(viewer).get(at()).content.decode())
    shown = [element.text_content() for element in tree.cssselect(".cleaned .kept p")]
    assert shown == [block["text"] for block in article.version.blocks]


def test_cuts_that_tell_something_point_to_the_metadata(at, viewer, client_of):
    told = {group.rule for group in client_of(viewer).get(at()).context["groups"] if group.told}
    assert "editor_line" in told


def test_an_editor_finds_a_button_at_every_row(at, article, editor, client_of):
    tree = html.fromstring(client_of(editor).get(at()).content.decode())
    offered = {int(button.get("value")) for button in tree.cssselect("button[name=row]")}
    assert offered == set(range(len(versions.rows(article.version))))


def test_who_only_reads_finds_no_button(at, viewer, client_of):
    tree = html.fromstring(client_of(viewer).get(at()).content.decode())
    assert tree.cssselect("main button") == []


def test_striking_leads_back_to_the_row(change, article, editor):
    index = next(index for index, row in enumerate(versions.rows(article.version)) if row.kept)
    answer = change(editor, "strike", row=index)
    assert answer.redirect_chain[0][0].endswith(f"record/#row-{index}")
    assert answer.context["version"].number == 2


def test_undo_is_offered_only_when_there_is_something(at, change, article, editor, client_of):
    def undo():
        tree = html.fromstring(client_of(editor).get(at()).content.decode())
        return tree.cssselect("button[value=undo]")[0].get("disabled")

    assert undo() is not None
    change(editor, "strike", row=next(i for i, row in enumerate(versions.rows(article.version)) if row.kept))
    assert undo() is None
    change(editor, "undo", version=2)
    assert undo() is not None


def test_the_versions_are_listed_with_who_when_and_why(at, change, article, editor):
    index, row = next((i, row) for i, row in enumerate(versions.rows(article.version)) if row.kept)
    page = change(editor, "strike", row=index).content.decode()
    listed = html.fromstring(page).cssselect(".versions li")
    assert len(listed) == 2
    words = " ".join(listed[0].text_content().split())
    assert "editor" in words
    assert "划去" in words
    assert row.text[:10] in words
    assert listed[0].cssselect("time")[0].get("datetime")


def test_an_older_version_is_shown_without_changing_anything(at, change, article, editor, client_of):
    first = article.version.text
    change(editor, "strike", row=next(i for i, row in enumerate(versions.rows(article.version)) if row.kept))
    tree = html.fromstring(client_of(editor).get(at("?version=1")).content.decode())
    assert "\n".join(element.text_content() for element in tree.cssselect(".cleaned .kept p")) == first
    assert tree.cssselect("button[name=row]") == []
    article.refresh_from_db()
    assert article.version.number == 2


def test_an_older_version_can_be_gone_back_to(change, article, editor):
    first = article.version.text
    change(editor, "strike", row=next(i for i, row in enumerate(versions.rows(article.version)) if row.kept))
    change(editor, "return", version=2, number=1)
    article.refresh_from_db()
    assert (article.version.number, article.version.text) == (3, first)


@pytest.mark.parametrize("said", ["?version=99", "?version=0", "?version=x", "?version=" + "9" * 30])
def test_a_version_that_is_not_there(at, viewer, client_of, said):
    assert client_of(viewer).get(at(said)).status_code in (200, 404)


def test_who_looked_at_an_older_version_is_told_so(change, editor):
    assert _said(change(editor, "undo", version=7)) == ["这篇文章刚刚有了新的一版，请看过再改。"]


@pytest.mark.parametrize(
    "said",
    [
        {"act": "strike"},
        {"act": "strike", "row": "x"},
        {"act": "strike", "row": "-1"},
        {"act": "return"},
        {"act": "eat"},
        {"act": "strike", "row": "1", "version": "没有"},
        {},
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(at, article, editor, client_of, said):
    answer = client_of(editor).post(at("change/"), {"version": 1, **said}, follow=True)
    assert len(_said(answer)) == 1
    assert article.versions.count() == 1


def test_an_article_of_another_project_is_404(article, stranger, client_of):
    other = stranger.memberships.get().project
    path = f"/projects/{other.pk}/articles/{article.pk}/record/change/"
    assert client_of(stranger).post(path, {"act": "strike", "version": 1, "row": 0}).status_code == 404
    assert article.versions.count() == 1


def test_recleaning_tells_that_nothing_changed(change, editor):
    assert _said(change(editor, "clean")) == ["和现在一样，没有改动。"]


def test_the_page_takes_few_queries(at, viewer, client_of, django_assert_max_num_queries):
    client = client_of(viewer)
    with django_assert_max_num_queries(11):
        client.get(at())


PAGE = (
    "<html><head><title>河边的路修好了</title></head><body><h1>河边的路修好了</h1><div class='article'>"
    "<p>河边的路修了两年，路面铺平了，灯也亮了，老人们说晚上敢出门了，孩子们也跟着出来。</p>"
    "<p>【打印】【关闭】</p>"
    "<p>路边的小店又开了门，卖豆浆的师傅说一早上能卖出三百碗，比从前多了一倍还不止。</p>"
    "<p>责任编辑：周末</p></div></body></html>"
)


@pytest.fixture
def cut_inside(project, owner):
    return import_capture(project, owner, Capture(PAGE.encode(), filename="河.html")).article


def test_lines_taken_inside_come_first_and_lead_to_their_place(cut_inside, viewer, client_of):
    page = client_of(viewer).get(f"{cut_inside.get_absolute_url()}record/").content.decode()
    tree = html.fromstring(page)
    told = tree.cssselect(".inside a")
    assert [link.text_content() for link in told] == ["【打印】【关闭】"]
    assert tree.cssselect(told[0].get("href"))
    assert len(tree.cssselect(".cut[data-inside]")) == 1
    assert page.index('class="inside"') < page.index('class="cut"')


def test_the_article_shows_a_sign_where_a_line_was_taken(cut_inside, viewer, client_of):
    tree = html.fromstring(client_of(viewer).get(cut_inside.get_absolute_url()).content.decode())
    (sign,) = tree.cssselect(".cut-sign")
    assert sign.getnext().get("id") == "p2"
    assert sign.get("href").split("#")[0] == f"{cut_inside.get_absolute_url()}record/"
    assert "1 行" in sign.text_content()
    assert [element.text_content() for element in tree.cssselect(".block-text")] == cut_inside.version.text.split("\n")


def test_without_such_lines_there_is_no_sign(at, article, viewer, client_of):
    assert article.version.inside == 0
    tree = html.fromstring(client_of(viewer).get(article.get_absolute_url()).content.decode())
    assert tree.cssselect(".cut-sign") == []
    assert html.fromstring(client_of(viewer).get(at()).content.decode()).cssselect(".inside") == []
