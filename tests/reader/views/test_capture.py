import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reader.models import Article, WaitingPart
from reader.projects import changing
from tests.reader.capture.test_importing import NO_ARTICLE, TEXT


@pytest.fixture
def capture(project, editor, client_of):
    client = client_of(editor)

    def post(way, follow=True, **data):
        return client.post(f"/projects/{project.pk}/capture/", {"way": way, **data}, follow=follow)

    return post


def _file(name, data):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def test_pasted_text_becomes_an_article(capture):
    page = capture("paste", text=TEXT, url="https://example.org/a").content.decode()
    assert "小巷是孩子们放学后的第一个去处。" in page
    assert Article.objects.get().url == "https://example.org/a"


def test_pasted_html_is_cleaned(capture):
    capture(
        "paste",
        text="<html><body><h1>修巷</h1><script>alert(1)</script><p>修好小巷，先问问住在这里的人，再问问路过的人。</p>"
        "<p>他们知道哪里积水，哪里缺灯，哪里的台阶太高。</p></body></html>",
    )
    assert "alert" not in Article.objects.get().version.text


def test_an_uploaded_file_becomes_an_article(capture):
    capture("upload", files=[_file("小巷.txt", TEXT.encode("gb18030"))])
    assert Article.objects.get().title == "把小巷修成客厅"


def test_several_files_are_reported_one_by_one(capture):
    page = capture("upload", files=[_file("一.txt", TEXT), _file("二.txt", ""), _file("三.txt", TEXT)]).content.decode()
    assert Article.objects.count() == 1
    assert all(name in page for name in ("一.txt", "二.txt", "三.txt"))


def test_a_file_that_cannot_be_opened_does_not_keep_the_others_out(capture):
    page = capture("upload", files=[_file("坏.docx", b"PK\x03\x04damaged"), _file("一.txt", TEXT)])
    assert Article.objects.get().title == "把小巷修成客厅"
    assert "坏.docx：文件已经损坏，读不出来。" in page.content.decode()


def test_files_none_of_which_can_be_opened_are_all_named(capture):
    page = capture("upload", files=[_file("甲.docx", b"PK\x03\x04damaged"), _file("乙.docx", b"PK\x03\x04damaged")])
    assert page.status_code == 422
    assert all(f"{name}.docx：文件已经损坏，读不出来。" in page.content.decode() for name in "甲乙")


def test_the_same_bytes_are_told(capture):
    capture("paste", text=TEXT)
    assert "已经收过" in capture("paste", text=TEXT).content.decode()
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {"way": "paste", "text": ""},
        {"way": "paste", "text": "  \n"},
        {"way": "upload"},
        {"way": "url", "url": ""},
        {"way": "x"},
    ],
)
def test_an_empty_form_is_answered_with_a_sentence(capture, data):
    assert capture(**data).status_code == 422
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://[::1]/",
        "不是网址",
        "http://169.254.169.254/",
    ],
)
def test_a_refused_address_is_told(capture, url):
    answer = capture("url", url=url)
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_a_page_without_article_offers_its_whole_text(capture):
    answer = capture("paste", text=NO_ARTICLE)
    assert "登录" in answer.context["offer"].text
    capture("whole", token=answer.context["token"], title="登录页")
    assert Article.objects.get().title == "登录页"


def test_an_offer_is_for_the_one_who_got_it(capture, project, owner, client_of):
    token = capture("paste", text=NO_ARTICLE).context["token"]
    client_of(owner).post(f"/projects/{project.pk}/capture/", {"way": "whole", "token": token, "title": "偷"})
    assert not Article.objects.exists()


def test_an_offer_is_for_the_project_it_was_made_in(capture, editor, client_of):
    other = changing.create(editor, "另一个课题")
    token = capture("paste", text=NO_ARTICLE).context["token"]
    form = {"way": "whole", "token": token, "title": "页"}
    assert client_of(editor).post(f"/projects/{other.pk}/capture/", form).status_code == 422
    assert not Article.objects.exists()


def test_nothing_waits_once_all_its_text_is_kept(capture):
    token = capture("paste", text=NO_ARTICLE).context["token"]
    capture("whole", token=token, title="登录页")
    assert not WaitingPart.objects.exists()


def test_a_body_over_the_limit_is_413(capture, settings):
    settings.REQUEST_LIMIT = 100
    answer = capture("paste", text="很长" * 100)
    assert answer.status_code == 413


def test_more_files_than_one_request_may_carry_are_413_with_the_limit(capture, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    answer = capture("upload", files=[_file(f"{number}.txt", TEXT) for number in range(3)])
    assert answer.status_code == 413
    assert "最多上传 2 个文件" in answer.content.decode()
