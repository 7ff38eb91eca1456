import pytest


@pytest.fixture
def page(project, article, owner, client_of):
    return client_of(owner).get(article.get_absolute_url())


def test_no_script_or_style_runs_but_our_own(page):
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_page_cannot_be_framed(page):
    assert page.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/gibt-es-nicht/", "/projects/999999/", "/projects/1/articles/999/"])
def test_a_missing_page_is_a_friendly_404(db, owner, client_of, path):
    answer = client_of(owner).get(path)
    assert answer.status_code == 404
    assert "圈点" in answer.content.decode()


def test_the_api_answers_a_missing_thing_in_its_own_shape(owner, project, client_of):
    answer = client_of(owner).get(f"/api/projects/{project.pk}/articles/999/desk")
    assert answer.json()["error"]["code"] == "not_found"


def test_the_api_asks_for_a_token(owner, project, article, client_of):
    answer = client_of(owner, enforce_csrf_checks=True).put(
        f"/api/projects/{project.pk}/articles/{article.pk}/progress",
        {"block": 1, "blocks": 2},
        content_type="application/json",
    )
    assert answer.status_code == 403


def test_a_broken_page_says_so_without_the_database(client, rf):
    from django.views.defaults import server_error

    answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "圈点" in answer.content.decode()
