import pytest
from django.contrib.auth.models import User


@pytest.fixture
def admin(client_of, db):
    return client_of(User.objects.create_superuser("root"))


@pytest.mark.parametrize("model", ["theme", "articletheme", "highlight", "event"])
def test_the_rows_can_be_looked_at(admin, put, coder, body, theme, model):
    put(coder, 1, body(themes=[theme("甲").pk]))
    assert admin.get(f"/admin/annotations/{model}/", {"q": "甲"}).status_code == 200


@pytest.mark.parametrize("model", ["theme", "articletheme", "highlight", "event"])
def test_the_rows_are_not_made_there(admin, model):
    assert admin.get(f"/admin/annotations/{model}/add/").status_code == 403


def test_a_mark_is_not_changed_there(admin, put, coder, body):
    from annotations.models import Highlight

    put(coder, 1, body())
    address = f"/admin/annotations/highlight/{Highlight.objects.get().pk}/change/"
    assert admin.get(address).status_code == 200
    assert admin.post(address, {"note": "改"}).status_code == 403
