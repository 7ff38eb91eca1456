import pytest
from django.contrib.auth.models import User

from reader.models import Article, Membership
from tests.making import PASSWORD

FORM = {"username": "陈", "password1": PASSWORD, "password2": PASSWORD}


@pytest.mark.django_db
def test_without_users_the_first_page_is_welcome(client):
    assert client.get("/").headers["Location"] == "/welcome/"


@pytest.mark.django_db
def test_the_owner_lands_in_a_project_with_the_sample(client):
    answer = client.post("/welcome/", FORM, follow=True)
    assert "让绿道连起城市生活" in answer.content.decode()
    assert Membership.objects.get(user__username="陈").role == "owner"
    assert Article.objects.get().project.name == "我的课题"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change", [{"password2": "不一样-7-abc"}, {"password1": "12345678", "password2": "12345678"}, {"username": ""}]
)
def test_a_faulty_form_makes_nothing(client, change):
    answer = client.post("/welcome/", FORM | change)
    assert answer.status_code == 200
    assert not User.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_with_a_user_the_page_is_gone(client, owner, method):
    assert getattr(client, method)("/welcome/", FORM).status_code == 404
    assert User.objects.count() == 1


def test_the_house_stands(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")
