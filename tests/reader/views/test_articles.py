from datetime import date

import pytest
from lxml import html

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article, Progress
from reader.views import article_text

HOSTILE = (
    "<img src=x onerror=alert(1)>与“&lt;b&gt;”\n\n"
    "正文里写着 <script>alert(1)</script> 和 {{ settings.SECRET_KEY }}，都只是文字。𠮷👨‍👩‍👧é\n\n再写一段收尾。"
)


@pytest.fixture
def at(project, article):
    return lambda rest="": f"/projects/{project.pk}/articles/{article.pk}/{rest}"


def test_the_page_holds_every_block_exactly(at, article, viewer, client_of):
    tree = html.fromstring(client_of(viewer).get(at()).content.decode())
    shown = [element.text_content() for element in tree.cssselect(".block-text")]
    assert shown == [block["text"] for block in article.version.blocks]


def test_each_block_knows_where_it_starts(at, article, viewer, client_of):
    shown = [part.shown for part in client_of(viewer).get(at()).context["parts"]]
    assert len(shown) == len(article.version.blocks)
    assert all(article.version.text[one.start :].startswith(one.block.text) for one in shown)


def test_hostile_text_stays_text(project, owner, client_of):
    hostile = import_capture(project, owner, Capture(HOSTILE.encode())).article
    page = client_of(owner).get(hostile.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_head_shows_a_document_and_its_headlines(at, article, viewer, client_of):
    article.overline, article.subtitle, article.issuer = "城里的新事", "——<b>小巷</b>", "临江市住房和城乡建设局"
    article.document_number, article.document_date = "临建发〔2024〕6号", date(2024, 5, 10)
    article.save()
    head = html.fromstring(client_of(viewer).get(at()).content.decode()).cssselect(".article-head")[0]
    assert [line.text_content() for line in head.cssselect(".headline")] == ["城里的新事", "——<b>小巷</b>"]
    said = head.cssselect(".meta")[0].text_content()
    assert all(one in said for one in ("临江市住房和城乡建设局", "临建发〔2024〕6号", "2024-05-10"))


def test_a_head_without_them_is_as_it_was(at, article, viewer, client_of):
    head = html.fromstring(client_of(viewer).get(at()).content.decode()).cssselect(".article-head")[0]
    assert not head.cssselect(".headline")
    assert "成文日期" not in head.text_content()


def test_deleting_and_restoring(at, project, article, editor, client_of):
    client = client_of(editor)
    client.post(at("delete/"))
    assert client.get(at()).status_code == 404
    assert article.title in client.get(f"/projects/{project.pk}/bin/").content.decode()
    client.post(at("restore/"))
    assert client.get(at()).status_code == 200


def test_an_article_of_another_project_is_404(article, stranger, client_of):
    other = stranger.memberships.get().project
    assert client_of(stranger).get(f"/projects/{other.pk}/articles/{article.pk}/").status_code == 404


def test_progress_is_kept_per_person(at, article, viewer, owner, client_of):
    answer = client_of(viewer).put(f"/api{at('progress')}", {"block": 3, "blocks": 9}, content_type="application/json")
    assert answer.status_code == 204
    assert Progress.objects.get().percent == 33
    assert 'data-progress="3"' in client_of(viewer).get(at()).content.decode()
    assert "data-progress" not in client_of(owner).get(at()).content.decode()


@pytest.mark.parametrize(
    "said", [{"block": 4, "blocks": 3}, {"block": -1, "blocks": 3}, {"block": 1}, {"block": 0, "blocks": 0}]
)
def test_impossible_progress_is_422(at, viewer, client_of, said):
    answer = client_of(viewer).put(f"/api{at('progress')}", said, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "invalid"


def test_the_page_takes_six_queries(at, viewer, client_of, django_assert_num_queries):
    client = client_of(viewer)
    client.get(at())
    with django_assert_num_queries(6):
        client.get(at())


def test_the_text_is_rendered_once_for_a_version_and_a_language(at, viewer, client_of, monkeypatch):
    rendered = []
    real = article_text.render_to_string
    monkeypatch.setattr(article_text, "render_to_string", lambda *args: rendered.append(args[0]) or real(*args))
    client = client_of(viewer)
    pages = [client.get(at()).content.decode() for _ in range(2)]
    assert rendered == ["reader/_outline.html", "reader/_blocks.html"]
    assert [page.count('class="block-text"') for page in pages] == [pages[0].count('class="block-text"')] * 2
    client.cookies["django_language"] = "en"
    assert "Paragraph 1" in client.get(at()).content.decode()
    assert len(rendered) == 4


def test_a_new_version_is_rendered_anew(at, article, owner, client_of):
    client = client_of(owner)
    client.get(at())
    form = {"act": "strike", "version": 1, "row": 4}
    assert client.post(at("record/change/"), form).status_code == 302
    page, text = client.get(at()).content.decode(), Article.objects.get(pk=article.pk).version.blocks
    assert page.count('class="block-text"') == len(text)
