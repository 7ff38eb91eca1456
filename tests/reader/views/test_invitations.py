"""Inviting and joining, as the pages do it."""

import re

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone

from reader.invitations import accepting, inviting, misses, queries
from reader.models import Invitation
from reader.projects import changing
from reader.projects import queries as projects
from tests.making import PASSWORD

NEW = {"username": "新人", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture(autouse=True)
def nobody_missed():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def at(project):
    return lambda rest: f"/projects/{project.pk}/{rest}"


@pytest.fixture
def invite(at, owner, client_of):
    """The path of a link that the owner's page shows."""

    def made(role="coder", username=""):
        page = client_of(owner).post(at("members/add/"), {"role": role, "username": username})
        assert page.status_code == 201
        return re.search(r'value="http://testserver(/join/[\w-]+)"', page.content.decode())[1]

    return made


def test_adding_a_name_adds_nobody(at, project, owner, stranger, client_of):
    client_of(owner).post(at("members/add/"), {"username": "stranger", "role": "coder"})
    assert not projects.is_member(project, stranger)


def test_a_password_makes_no_account(at, owner, client_of):
    form = {"username": "新人", "role": "viewer", "password": PASSWORD}
    client_of(owner).post(at("members/add/"), form)
    assert not User.objects.filter(username="新人").exists()


def test_whether_a_name_has_an_account_is_not_told(at, owner, stranger, client_of):
    """Word by word, but for the name, the token and what stands in the way of forgery."""
    pages = []
    for name in ("stranger", "nobody-at-all"):
        page = client_of(owner).post(at("members/add/"), {"username": name, "role": "coder"}).content.decode()
        Invitation.objects.all().delete()
        pages.append(re.sub(rf'{name}|/join/[\w-]+|invitations/\d+|name="csrfmiddlewaretoken" value="\w+"', "…", page))
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "form", [{"username": "x", "role": "emperor"}, {"role": ""}, {"username": "a b", "role": "coder"}]
)
def test_a_faulty_form_invites_nobody(at, owner, client_of, form):
    assert client_of(owner).post(at("members/add/"), form).status_code == 422
    assert not Invitation.objects.exists()


def test_who_plants_an_account_gets_nowhere_by_its_name(invite, at, project, owner, stranger, client_of, client):
    """They may own a project, make an account by an invitation of their own, and know its password: without the
    link there is no way in, whoever's name the owner writes."""
    elsewhere = changing.create(stranger, "别处")
    token = inviting.invite(elsewhere, "coder", stranger)
    client.post(f"/join/{token}", NEW)
    planted = User.objects.get(username="新人")
    invite(username="新人")
    for path in ("", "articles/", "settings/"):
        assert client_of(planted).get(at(path)).status_code == 404
    assert "城市更新研究" not in client_of(planted).get("/projects/").content.decode()


def test_the_page_says_what_one_is_asked_into(invite, client):
    page = client.get(invite("editor")).content.decode()
    assert "城市更新研究" in page
    assert "owner 邀请你加入这个课题，角色是编辑" in page


def test_looking_uses_nothing_up(invite, client, client_of, stranger):
    path = invite()
    for visitor in (client, client_of(stranger), client):
        assert visitor.get(path).status_code == 200
    assert client_of(stranger).post(path).status_code == 302


def test_an_account_is_made_although_sign_up_is_closed(invite, project, client):
    answer = client.post(invite("viewer"), NEW, follow=True)
    assert "你已加入“城市更新研究”，角色是读者" in answer.content.decode()
    assert projects.members(project).get(user__username="新人").role == "viewer"
    assert not User.objects.get(username="新人").is_staff
    assert client.session["_auth_user_id"] == str(User.objects.get(username="新人").pk)


@pytest.mark.parametrize(
    "change", [{"password2": "不一样-7-abc"}, {"password1": "123", "password2": "123"}, {"username": "owner"}]
)
def test_an_account_that_cannot_be_is_said_so(invite, client, change):
    path = invite()
    answer = client.post(path, NEW | change)
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert not User.objects.filter(username="新人").exists()
    assert Invitation.objects.get().tries == 1
    assert client.post(path, NEW).status_code == 302


def test_a_name_that_was_given_cannot_be_another(invite, project, client):
    client.post(invite(username="新人"), NEW | {"username": "别人"})
    assert projects.members(project).filter(user__username="新人").exists()
    assert not User.objects.filter(username="别人").exists()


def test_trying_names_ends(invite, client):
    path = invite()
    for _ in range(accepting.TRIES):
        assert client.post(path, NEW | {"username": "owner"}).status_code == 422
    answer = client.post(path, NEW)
    assert answer.status_code == 410
    assert "试错的次数太多" in answer.content.decode()


def test_signing_in_comes_back_to_the_invitation(invite, project, stranger, client):
    path = invite()
    link = re.search(r'href="(/sign-in/\?next=[^"]+)"', client.get(path).content.decode())[1]
    answer = client.post(link, {"username": "stranger", "password": PASSWORD})
    assert answer.headers["Location"] == path
    assert "以 stranger 加入" in client.get(path).content.decode()
    assert client.post(path).headers["Location"] == f"/projects/{project.pk}/"


def test_for_another_name_it_says_so_and_lets_nobody_in(invite, project, stranger, client_of):
    client, path = client_of(stranger), invite(username="陈")
    page = client.get(path).content.decode()
    assert "这份邀请是给 陈 的，你现在以 stranger 登录" in page
    assert "以 stranger 加入" not in page
    assert client.post(path).status_code == 403
    assert not projects.is_member(project, stranger)


def test_one_can_sign_out_and_come_back_to_it(invite, stranger, client_of):
    client, path = client_of(stranger), invite()
    assert client.post("/sign-out/", {"next": path}).headers["Location"] == path


@pytest.mark.parametrize("used", [False, True])
def test_a_member_sees_that_they_are_one(invite, project, viewer, stranger, client_of, used):
    path = invite("owner")
    if used:
        client_of(stranger).post(path)
    answer = client_of(viewer).post(path)
    assert "你已经是成员" in answer.content.decode()
    assert f'href="/projects/{project.pk}/"' in answer.content.decode()
    assert projects.members(project).get(user=viewer).role == "viewer"
    assert bool(Invitation.objects.get().accepted) is used


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("expired", "已经过期"),
        ("used", "已经用过了"),
        ("withdrawn", "已经撤回"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_does_not_stand_any_more_says_why(invite, at, owner, stranger, client_of, client, change, words, method):
    path = invite()
    if change == "expired":
        Invitation.objects.update(expires=timezone.now())
    elif change == "used":
        client_of(stranger).post(path)
    else:
        client_of(owner).post(at(f"invitations/{Invitation.objects.get().pk}/withdraw/"))
    answer = getattr(client, method)(path, NEW)
    assert answer.status_code == 410
    assert words in answer.content.decode()
    assert "城市更新研究" not in answer.content.decode()
    assert not User.objects.filter(username="新人").exists()


def test_a_token_that_never_was_is_told_nothing(db, client):
    for path in ("/join/x", "/join/" + "x" * 43, "/join/%00", "/join/𠮷", "/join/" + "x" * 5000):
        assert client.get(path).status_code == 404


def test_who_tries_many_tokens_is_refused_for_a_while(invite, client):
    path = invite()
    for number in range(misses.LIMIT):
        assert client.get(f"/join/{number}").status_code == 404
    assert client.get("/join/next").status_code == 429
    assert client.get(path).status_code == 429
    assert client.get(path, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_post_without_its_token_is_refused(invite, client_of, stranger, project):
    path = invite()
    for visitor in (client_of(stranger, enforce_csrf_checks=True), client_of(enforce_csrf_checks=True)):
        assert visitor.post(path, NEW).status_code == 403
    assert not projects.is_member(project, stranger)
    assert not User.objects.filter(username="新人").exists()


def test_no_cache_keeps_the_page(invite, client):
    assert "no-store" in client.get(invite()).headers["Cache-Control"]


def test_the_owner_lists_and_withdraws_what_was_not_accepted(invite, at, owner, stranger, client_of):
    invite("editor", "陈")
    client_of(stranger).post(invite("viewer"))
    page = client_of(owner).get(at("settings/")).content.decode()
    assert page.count("/withdraw/") == 1
    assert re.search(r"陈\s*<span class=\"help\">编辑 ·\s+owner 邀请", page)
    standing = queries.standing(projects.project_named("城市更新研究")).get()
    answer = client_of(owner).post(at(f"invitations/{standing.pk}/withdraw/"), follow=True)
    assert "邀请已撤回" in answer.content.decode()
    assert "/withdraw/" not in answer.content.decode()


def test_only_an_owner_sees_them(invite, at, editor, client_of):
    invite(username="陈")
    page = client_of(editor).get(at("settings/")).content.decode()
    assert "/withdraw/" not in page
    assert "陈" not in page


def test_another_projects_invitation_is_404(invite, at, owner, stranger, client_of):
    inviting.invite(changing.create(stranger, "别处"), "coder", stranger)
    other = Invitation.objects.get()
    assert client_of(owner).post(at(f"invitations/{other.pk}/withdraw/")).status_code == 404
    assert client_of(owner).post(at(f"invitations/{2**63}/withdraw/")).status_code in (404, 400)


def test_enough_is_enough(invite, at, owner, client_of, monkeypatch):
    monkeypatch.setattr(inviting, "LIMIT", 1)
    invite()
    answer = client_of(owner).post(at("members/add/"), {"role": "coder"})
    assert answer.status_code == 422
    assert "先撤回几份" in answer.content.decode()
