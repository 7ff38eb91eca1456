import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reader.capture import gathering, pages
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Article
from reader.views import article_pages as view
from tests.reader.paged import address, page, serve, three


@pytest.fixture
def article(project, owner):
    return import_capture(project, owner, Capture(page(1, 2, 3).encode(), address(1))).article


@pytest.fixture
def client(editor, client_of):
    return client_of(editor)


def _where(article):
    return f"/projects/{article.project_id}/articles/{article.pk}/"


def _file(number):

    return SimpleUploadedFile(f"小巷_{number}.html", page(number).encode(), "text/html")


def test_the_article_says_that_pages_are_lacking(article, client):
    assert "原文还有 2 页不在这里" in client.get(_where(article)).content.decode()


def test_the_pages_are_listed_in_order_with_those_that_lack(article, client, owner):
    shown = client.get(f"{_where(article)}pages/")
    assert [one.snapshot.url for one in shown.context["listed"]] == [address(1)]
    assert [one.url for one, _ in shown.context["absent"]] == [address(2), address(3)]


def test_a_saved_page_is_added(article, client):
    answer = client.post(f"{_where(article)}pages/", {"act": "files", "version": 1, "files": [_file(2)]}, follow=True)
    assert "已接上。" in answer.content.decode()
    assert [one.number for one in answer.context["listed"]] == [1, 2]
    assert "2 页" in client.get(_where(article)).content.decode()


def test_an_address_is_added(article, client, monkeypatch):
    monkeypatch.setattr(view, "fetch", serve(three()))
    client.post(f"{_where(article)}pages/", {"act": "address", "version": 1, "url": address(2)})
    article.refresh_from_db()
    assert len(article.version.pages) == 2


def test_what_lacks_is_fetched(article, client, monkeypatch):
    monkeypatch.setattr(gathering, "fetch", serve(three()))
    answer = client.post(f"{_where(article)}pages/", {"act": "fetch", "version": 1}, follow=True)
    assert "各页都接上了。" in answer.content.decode()
    assert "不在这里" not in client.get(_where(article)).content.decode()


def test_what_cannot_be_fetched_is_told(article, client, monkeypatch):
    monkeypatch.setattr(gathering, "fetch", serve({}))
    answer = client.post(f"{_where(article)}pages/", {"act": "fetch", "version": 1}, follow=True)
    assert "还有 2 页没有取到。网站没有给出这个网页（状态码 404）。" in answer.content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"act": "files", "version": 1}, "必填"),
        ({"act": "address", "version": 1, "url": ""}, "必填"),
        ({"act": "files", "version": 9, "files": [_file(2)]}, "刚刚有了新的一版"),
        ({"act": "arrange", "version": 1, "page": ["x"]}, ""),
        ({"act": "steal", "version": 1}, ""),
    ],
)
def test_what_cannot_be_done_is_told(article, client, sent, said):
    answer = client.post(f"{_where(article)}pages/", sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_page_too_large_is_refused(article, client, settings):
    settings.CAPTURE_LIMIT = 2**20
    page = SimpleUploadedFile("二.html", b"<p>" + b"x" * 2**20)
    answer = client.post(f"{_where(article)}pages/", {"act": "files", "version": 1, "files": [page]})
    assert answer.status_code == 422
    assert "1 MB" in answer.content.decode()
    assert article.snapshots.count() == 1


def test_the_record_marks_where_a_page_begins(article, client, owner, project):
    pages.bring_in(project, owner, [Capture(html.encode(), at) for at, html in three().items()])
    whole = Article.objects.exclude(pk=article.pk).first() or article
    record = client.get(f"{_where(whole)}record/").content.decode()
    assert record.count('class="page-mark"') == 6


def test_the_original_panel_shows_every_page(project, owner, client):
    paged = pages.bring_in(project, owner, [Capture(html.encode(), at) for at, html in three().items()]).article
    shown = client.get(f"{_where(paged)}record/?original=page").content.decode()
    assert [f"?page={n}" in shown for n in range(3)] == [True] * 3
    assert "第2页的话" in client.get(f"{_where(paged)}original/shown/?page=1").content.decode()


def test_pages_uploaded_together_lead_to_their_article(project, client):
    files = [_file(2), _file(3)]
    files[0].name = "小巷.html"
    files[1].name = "小巷_2.html"
    answer = client.post(f"/projects/{project.pk}/capture/", {"way": "upload", "files": files})
    assert answer.headers["Location"] == Article.objects.get().get_absolute_url()
