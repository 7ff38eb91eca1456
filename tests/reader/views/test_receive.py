from urllib.parse import unquote

import pytest

from reader.models import Article, Snapshot

PAGE = (
    "<html><head><meta charset=gb2312></head><body><h1>修巷𠮷</h1><p>修好小巷，先问问住在这里的人，再问问路过的人。</p>"
    "<p>他们知道哪里积水，哪里缺灯，哪里的台阶太高，说得比图纸还清楚。</p></body></html>"
)


@pytest.fixture
def at(project):
    return f"/projects/{project.pk}/capture/receive/"


def test_the_receiving_page_alone_may_be_spoken_with(at, project, editor, client_of):
    client = client_of(editor)
    assert client.get(at).headers["Cross-Origin-Opener-Policy"] == "unsafe-none"
    for other in ("capture/", "", "batches/"):
        answer = client.get(f"/projects/{project.pk}/{other}")
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_a_received_page_becomes_an_article_like_any_other(at, editor, client_of):
    answer = client_of(editor).post(at, {"html": PAGE, "url": "https://news.example/1.html"})
    article = Article.objects.get()
    assert answer.headers["Location"] == article.get_absolute_url()
    assert (article.url, article.added_by) == ("https://news.example/1.html", editor)
    assert "住在这里的人" in article.version.text
    assert bytes(Snapshot.objects.get().data) == PAGE.encode()


@pytest.mark.parametrize(
    "said",
    [
        {"html": "", "url": "https://news.example/"},
        {"html": PAGE, "url": ""},
        {"html": PAGE, "url": "javascript:alert(1)"},
        {"html": PAGE, "url": "ftp://news.example/"},
        {"html": "<html><body><a href=/>登录</a></body></html>", "url": "https://news.example/"},
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(at, editor, client_of, said):
    answer = client_of(editor).post(at, said)
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_a_post_from_elsewhere_is_refused(at, editor, client_of):
    answer = client_of(editor, enforce_csrf_checks=True).post(at, {"html": PAGE, "url": "https://news.example/"})
    assert answer.status_code == 403
    assert not Article.objects.exists()


def test_the_import_page_explains_the_bookmarklet(at, project, editor, client_of):
    page = client_of(editor).get(f"/projects/{project.pk}/capture/")
    script = unquote(page.context["bookmarklet"])
    assert script.startswith("javascript:")
    assert f'"http://testserver{at}"' in script
    assert "收进圈点" in page.content.decode()
