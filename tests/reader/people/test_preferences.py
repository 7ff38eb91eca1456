import pytest

from reader.models import Preferences

WANTED = {"scheme": "sepia", "typeface": "kai", "size": 22, "leading": 18, "width": 40, "indent": False}


@pytest.fixture
def put(client_of):
    def sent(user, path, data):
        return client_of(user).put(f"/api/me/{path}", data, content_type="application/json")

    return sent


def _root(client, address):
    return client.get(address).content.decode().split("<head>")[0]


def test_a_look_is_kept_for_the_person_and_painted_by_the_server(put, client_of, viewer, article):
    assert put(viewer, "appearance", WANTED).status_code == 204
    root = _root(client_of(viewer), article.get_absolute_url())
    for said in ('appearance="sepia"', 'typeface="kai"', 'size="22"', 'leading="18"', 'width="40"', 'indent="off"'):
        assert f"data-{said}" in root


def test_a_look_is_nobody_elses(put, client_of, viewer, coder, article):
    put(viewer, "appearance", WANTED)
    assert 'data-appearance="system"' in _root(client_of(coder), article.get_absolute_url())


def test_a_page_without_a_reader_follows_the_system(client_of, db):
    assert 'data-appearance="system"' in _root(client_of(), "/sign-in/")


def test_the_chosen_look_is_checked_in_the_panel(put, client_of, viewer, article):
    put(viewer, "appearance", WANTED)
    page = client_of(viewer).get(article.get_absolute_url()).content.decode()
    assert 'value="sepia" checked' in page
    assert 'max="26" value="22"' in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"scheme": "pink"},
        {"typeface": "comic"},
        {"size": 5},
        {"size": 99},
        {"leading": 17},
        {"width": 27},
        {"width": 46},
    ],
)
def test_a_look_there_is_not_is_refused(put, viewer, wrong):
    assert put(viewer, "appearance", WANTED | wrong).status_code == 422
    assert not Preferences.objects.exists()


def test_every_look_the_server_takes_has_its_style():
    from pathlib import Path

    style = (Path(__file__).parents[3] / "static/css/appearance.css").read_text()
    for name, values in {"size": range(15, 27), "leading": range(16, 25, 2), "width": range(28, 45, 2)}.items():
        default = getattr(Preferences(), name)
        assert all(f'[data-{name}="{value}"]' in style for value in values if value != default)


def test_own_keys_are_kept_and_shown(put, client_of, coder, article):
    assert put(coder, "shortcuts", {"focus": "alt+z"}).json()["focus"] == "alt+z"
    page = client_of(coder).get(article.get_absolute_url()).content.decode()
    assert 'data-name="focus" data-key="alt+z"' in page


def test_a_key_that_leads_elsewhere_is_refused_and_named(put, coder):
    answer = put(coder, "shortcuts", {"focus": "mod+z"})
    assert answer.status_code == 422
    assert answer.json()["error"]["message"] == "Ctrl+Z 已经是“撤销”的快捷键。"
    assert not Preferences.objects.exists()


def test_two_shortcuts_may_swap_their_keys(put, coder):
    assert put(coder, "shortcuts", {"next": "k", "previous": "j"}).status_code == 200


@pytest.mark.parametrize("key", ["enter", "escape", "tab", "arrowleft", "1", "mod+c"])
def test_keys_with_a_use_of_their_own_are_refused(put, coder, key):
    assert "另有用处" in put(coder, "shortcuts", {"focus": key}).json()["error"]["message"]


@pytest.mark.parametrize("key", ["", "A", "shift+", "ctrl+k", "a b", "mod+mod+k", " "])
def test_what_is_no_key_is_refused(put, coder, key):
    assert put(coder, "shortcuts", {"focus": key}).status_code == 422


def test_names_there_are_not_are_dropped(put, coder):
    put(coder, "shortcuts", {"nothing": "z"})
    assert Preferences.objects.get().shortcuts == {}


def test_nothing_named_brings_the_table_back(put, coder):
    put(coder, "shortcuts", {"focus": "z"})
    assert put(coder, "shortcuts", {}).json()["focus"] == "f"


def test_a_reader_is_shown_no_keys_for_marking(client_of, viewer, article):
    page = client_of(viewer).get(article.get_absolute_url()).content.decode()
    assert 'data-name="help"' in page
    assert 'data-name="undo"' not in page
