import pytest
from django.contrib.auth.models import User

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


def test_the_first_page_asks_for_the_name_first_and_hints_in_its_own_words(db, client):
    page = client.get("/welcome/").content.decode()
    assert page.index('name="first_name"') < page.index('name="username"') < page.index('name="password1"')
    assert (
        "几个词连起来最好记" in page
        and "<ul>" not in page.partition('name="password1"')[2].partition('name="password2"')[0]
    )


def test_a_name_is_kept_without_signs_that_turn_it_round(db, client):
    form = {"first_name": " 林\u202e  晓 ", "username": "lin", "password1": NEW, "password2": NEW}
    client.post("/welcome/", form)
    assert User.objects.get().get_full_name() == "林 晓"


def test_a_name_is_changed_and_shown_to_the_others(owner, project, client):
    client.force_login(owner)
    assert client.post("/account/", {"first_name": "林晓"}).status_code == 302
    assert "林晓 <small>owner</small>" in client.get(f"/projects/{project.pk}/settings/").content.decode()
    client.post("/account/", {"first_name": ""})
    assert '<span class="name">owner</span>' in client.get(f"/projects/{project.pk}/settings/").content.decode()


def test_a_name_that_is_too_long_is_refused(owner, client):
    client.force_login(owner)
    assert "60" in client.post("/account/", {"first_name": "长" * 61}).content.decode()
    owner.refresh_from_db()
    assert owner.first_name == ""


def test_a_new_password_has_the_same_hint(owner, client):
    client.force_login(owner)
    assert "几个词连起来最好记" in client.get("/password/").content.decode()
