from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import unquote

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations.exports import FORMATS
from annotations.models import Export, Theme
from reader.models import Article


@pytest.fixture
def download(client_of, viewer, project):
    def call(format, user=viewer, **query):
        return client_of(user).get(f"/projects/{project.pk}/export/{format}/", query)

    return call


def content(answer):
    return b"".join(answer.streaming_content)


def test_an_articles_notes_come_as_a_file_with_its_chinese_name(download, essay):
    disposition = download("markdown", article=essay.pk).headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert unquote(disposition.partition("''")[2]) == f"{essay.title}.md"


def test_a_projects_notes_are_named_after_it(download, project, essay):
    assert unquote(download("docx").headers["Content-Disposition"]).endswith(f"{project.name}.docx")


def test_a_title_cannot_lead_out_of_its_folder_or_header(download, essay):
    essay.title = '../街\r\nSet-Cookie: x="1"/巷'
    essay.save(update_fields=["title"])
    answer = download("markdown", article=essay.pk)
    assert answer.status_code == 200
    assert "/" not in unquote(answer.headers["Content-Disposition"])
    assert not answer.cookies


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_is_sent_as_its_own_type(download, put, coder, body, theme, format):
    put(coder, 1, body(note="好", themes=[theme("甲").pk]))
    answer = download(format)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, FORMATS[format].media_type)
    assert content(answer)


def test_the_notes_hold_quote_note_theme_author_and_the_way_back(download, put, coder, body, theme, essay):
    put(coder, 1, body("𠮷祥里的居民说🚲", note="先问居民", themes=[theme("问需").pk]))
    text = content(download("markdown", article=essay.pk)).decode()
    address = f"http://testserver/projects/{essay.project_id}/articles/{essay.pk}/#p1"
    for expected in ("𠮷祥里的居民说🚲", "先问居民", "问需", "coder", address):
        assert expected in text


def test_word_holds_the_note_as_a_comment(download, put, coder, body):
    put(coder, 1, body(note="先问居民"))
    report = docx.Document(BytesIO(content(download("docx"))))
    assert any("先问居民" in comment.text for comment in report.comments)


@pytest.mark.parametrize(("asked", "said"), [({}, False), ({"people": "1"}, True)])
def test_word_names_the_only_coder_on_request(asked, said, download, put, coder, body):
    put(coder, 1, body())
    report = docx.Document(BytesIO(content(download("docx", **asked))))
    facts = [line.text for line in report.paragraphs if line.style.name == "Facts"]
    assert len(facts) == 1
    assert ("· coder ·" in facts[0]) == said


def test_deleted_marks_and_articles_stay_out(download, put, delete, coder, body, add):
    put(coder, 1, body(note="删掉的批注"))
    delete(coder, 1, 1)
    gone = add("另一篇")
    put(coder, 2, body("一件别的事情", gone, note="扔掉的批注"))
    Article.objects.filter(pk=gone.pk).update(deleted=datetime.now(UTC))
    text = content(download("markdown")).decode()
    assert "删掉的批注" not in text
    assert "扔掉的批注" not in text


@pytest.mark.parametrize("format", ["nothing", "Markdown", "__init__"])
def test_a_format_there_is_not_is_404(download, essay, format):
    assert download(format).status_code == 404


@pytest.mark.parametrize("article", ["x", "", "-1", "999999", "9" * 40])
def test_an_article_there_is_not_is_404(download, essay, article):
    assert download("markdown", article=article).status_code == 404


def test_a_stranger_takes_nothing_away(download, stranger, essay):
    assert download("markdown", stranger).status_code == 404


def test_another_projects_article_is_not_sent(download, stranger, client_of, essay):
    mine = stranger.memberships.get().project
    address = f"/projects/{mine.pk}/export/markdown/"
    assert client_of(stranger).get(address, {"article": essay.pk}).status_code == 404


def test_an_export_takes_as_many_queries_for_many_articles_as_for_one(download, put, coder, body, add, theme):
    put(coder, 0, body(themes=[theme("甲").pk]))
    download("markdown")
    with CaptureQueriesContext(connection) as one:
        download("markdown")
    for number in range(1, 10):
        put(coder, number, body("一件别的事情", add(f"第{number}篇"), themes=[theme(f"第{number}个").pk]))
    with CaptureQueriesContext(connection) as ten:
        assert "第9篇" in content(download("markdown")).decode()
    assert len(ten) == len(one)
    assert Theme.objects.count() == 10


@pytest.fixture
def news(client_of, viewer, project, settings):
    """A reader who had an export begun, as a page of the project tells it by its state."""
    client = client_of(viewer)
    client.post(f"/projects/{project.pk}/exports/start/", {"format": "csv", "query": ""})

    def told(**state):
        Export.objects.update(**state)
        page = client.get(f"/projects/{project.pk}/notes/").content.decode()
        return page[page.index('id="export-news"') :].split("</ul>")[0]

    return told


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"status": "queued"}, "开始写"),
        ({"status": "running", "done": 3, "total": 7}, "3 / 7"),
        ({"status": "done"}, "/file"),
        ({"status": "failed"}, "没有写成"),
    ],
)
def test_every_page_tells_how_far_an_export_is(state, said, news):
    assert said in news(**state)


def test_what_ended_long_ago_is_told_no_more(news):
    assert "<li" not in news(status="done", touched=timezone.now() - timedelta(minutes=6))
    assert "<li" not in news(status="queued")


def test_nobody_is_told_of_another_s_exports(news, client_of, owner, project):
    page = client_of(owner).get(f"/projects/{project.pk}/exports/news/").content.decode()
    assert "<li" not in page
