import pytest

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.people.first_account import SAMPLE


@pytest.fixture
def at(project, article):
    return lambda rest="": f"/projects/{project.pk}/articles/{article.pk}/original/{rest}"


def test_the_original_is_a_download_of_the_very_bytes(at, viewer, client_of):
    answer = client_of(viewer).get(at())
    assert answer.getvalue() == SAMPLE.read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_shown_original_may_do_nothing(at, viewer, client_of):
    answer = client_of(viewer).get(at("shown/"))
    policy = answer.headers["Content-Security-Policy"]
    directives = {part.split()[0]: part.split()[1:] for part in policy.split(";")}
    assert directives.pop("style-src") == directives.pop("frame-ancestors") == ["'self'"]
    assert directives.pop("sandbox") == []
    assert set(map(tuple, directives.values())) == {("'none'",)}
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_shown_original_holds_the_words_and_no_script(at, viewer, client_of):
    page = client_of(viewer).get(at("shown/")).content.decode()
    assert "绿道" in page
    assert "<script" not in page
    assert "<img" not in page


def test_what_cannot_be_shown_says_so(project, article, viewer, client_of, at):
    article.snapshots.update(data=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    page = client_of(viewer).get(at("shown/")).content.decode()
    assert "可以下载下来看" in page


@pytest.mark.parametrize(("page", "status"), [("?page=0", 200), ("?page=5", 404), ("?page=x", 200), ("?page=²", 200)])
def test_pages_of_an_article(at, viewer, client_of, page, status):
    assert client_of(viewer).get(at("shown/" + page)).status_code == status
    assert client_of(viewer).get(at(page)).status_code == status


def test_hostile_text_stays_text(project, owner, client_of):
    article = import_capture(
        project, owner, Capture("标题\n\n<script>alert(1)</script>是正文里的话。".encode())
    ).article
    page = client_of(owner).get(f"{article.get_absolute_url()}original/shown/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
