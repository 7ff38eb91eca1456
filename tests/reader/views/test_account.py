import pytest

from tests.making import PASSWORD

NEW = "砚台-inkstone-9"


def test_signing_in_and_out(owner, project, client):
    answer = client.post("/sign-in/", {"username": "owner", "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    client.post("/sign-out/")
    assert client.get(f"/projects/{project.pk}/").headers["Location"].startswith("/sign-in/")


def test_a_wrong_password_is_told(owner, client):
    answer = client.post("/sign-in/", {"username": "owner", "password": "wrong"})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode() or "error" in answer.content.decode()


def test_too_many_wrong_passwords_lock_the_account_for_a_while(owner, client, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post("/sign-in/", {"username": "owner", "password": "wrong"})
    answer = client.post("/sign-in/", {"username": "owner", "password": PASSWORD})
    assert answer.status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_password_can_be_changed(owner, client_of, client):
    form = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    changing = client_of(owner)
    assert changing.post("/password/", form).status_code == 302
    assert changing.get("/projects/").status_code == 200, "the changer stays signed in"
    client.post("/sign-in/", {"username": "owner", "password": NEW})
    assert "_auth_user_id" in client.session


def test_the_old_password_is_asked_for(owner, client_of):
    form = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}
    assert client_of(owner).post("/password/", form).status_code == 200
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


@pytest.mark.parametrize("path", ["/sign-in/", "/password/", "/language/"])
def test_a_post_without_token_is_refused(owner, client_of, path):
    answer = client_of(owner, enforce_csrf_checks=True).post(path, {})
    assert answer.status_code == 403


def test_chinese_is_the_language_whatever_the_browser_says(db, owner, client):
    answer = client.get("/sign-in/", headers={"Accept-Language": "en"})
    assert 'lang="zh-Hans"' in answer.content.decode()


def test_english_comes_by_choice(db, owner, client):
    client.post("/language/", {"language": "en"})
    assert 'lang="en"' in client.get("/sign-in/").content.decode()


def test_a_next_page_elsewhere_is_not_followed(owner, client):
    answer = client.post("/sign-in/?next=https://evil.example/", {"username": "owner", "password": PASSWORD})
    assert answer.headers["Location"] == "/"
