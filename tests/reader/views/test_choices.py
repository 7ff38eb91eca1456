import pytest
from django.utils import translation

from reader.articles import versions
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.cleaning.record import rule_label
from reader.extraction import RULES
from reader.models import SiteChoice

NOTE = "（图为小巷 陈一摄）"
TEXT = f"把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处，也是老人们晒太阳的地方。\n\n{NOTE}\n\n分享到"
CHOICE = {"host": "news.example", "action": "strike", "how": "start", "words": "（图为"}


@pytest.fixture
def alley(project, owner):
    return import_capture(project, owner, Capture(TEXT.encode(), url="https://news.example/1.html")).article


@pytest.fixture
def at(project):
    return lambda rest="": f"/projects/{project.pk}/choices/{rest}"


def _row(article, text):
    return next(index for index, row in enumerate(versions.rows(article.version)) if row.text == text)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        (NOTE, {"host": "news.example", "action": "strike", "how": "whole", "words": NOTE}),
        ("分享到", {"host": "news.example", "action": "restore", "how": "rule", "words": "share_prompt"}),
    ],
)
def test_a_row_suggests_a_choice(at, alley, editor, client_of, text, suggested):
    page = client_of(editor).get(at(f"new/?article={alley.pk}&row={_row(alley, text)}"))
    assert page.context["form"].initial | suggested == page.context["form"].initial


def test_a_rule_goes_by_the_name_that_the_record_gives_it(at, alley, editor, client_of):
    client = client_of(editor)
    shown = client.get(at(f"new/?article={alley.pk}&row={_row(alley, '分享到')}")).context["form"]
    assert shown["words"].value() == "分享提示"
    client.post(at("new/"), {name: shown[name].value() for name in ("host", "action", "how", "words")})
    assert SiteChoice.objects.get().words == "share_prompt"
    page = client.get(at(f"{SiteChoice.objects.get().pk}/")).context["form"]
    assert page["words"].value() == "分享提示"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_two_rules_have_one_name(language):
    with translation.override(language):
        assert len({rule_label(rule) for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("said", ["article=x&row=1", "row=1", "article=1", ""])
def test_no_row_suggests_nothing(at, editor, client_of, said):
    assert client_of(editor).get(at(f"new/?{said}")).status_code == 200


def test_a_row_of_another_project_is_404(at, stranger, editor, client_of):
    other = import_capture(stranger.memberships.get().project, stranger, Capture(TEXT.encode())).article
    assert client_of(editor).get(at(f"new/?article={other.pk}&row=0")).status_code == 404


def test_a_preview_shows_what_would_change_and_keeps_nothing(at, alley, editor, client_of):
    page = client_of(editor).get(at("new/"), CHOICE)
    assert [(one.article, one.rows) for one in page.context["affected"]] == [(alley, (NOTE,))]
    assert NOTE in page.content.decode()
    assert not SiteChoice.objects.exists()


def test_a_choice_is_kept_listed_edited_and_removed(at, project, editor, client_of):
    client = client_of(editor)
    client.post(at("new/"), CHOICE)
    choice = SiteChoice.objects.get()
    assert (choice.project, choice.made_by) == (project, editor)
    listed = client.get(at()).content.decode()
    assert "news.example" in listed
    assert "开头是“（图为”" in listed
    client.post(at(f"{choice.pk}/"), CHOICE | {"how": "end", "words": "摄）"})
    assert SiteChoice.objects.get().words == "摄）"
    client.post(at(f"{choice.pk}/delete/"))
    assert not SiteChoice.objects.exists()


def test_a_kept_choice_is_applied_to_earlier_articles_only_on_request(at, alley, editor, client_of):
    client = client_of(editor)
    page = client.post(at("new/"), CHOICE, follow=True)
    alley.refresh_from_db()
    assert alley.version.number == 1
    assert page.context["pending"]
    client.post(at(f"{SiteChoice.objects.get().pk}/apply/"))
    alley.refresh_from_db()
    assert (alley.version.number, NOTE in alley.version.text) == (2, False)


@pytest.mark.parametrize(
    "said",
    [
        {"host": ""},
        {"host": "not a host"},
        {"words": ""},
        {"words": "（"},
        {"how": "rule", "words": "no_such_rule", "action": "restore"},
        {"how": "rule", "words": "share_prompt", "action": "strike"},
        {"action": "eat"},
    ],
)
def test_what_makes_no_sense_is_refused(at, editor, client_of, said):
    assert client_of(editor).post(at("new/"), CHOICE | said).status_code == 422
    assert not SiteChoice.objects.exists()


def test_the_same_choice_is_not_kept_twice(at, editor, client_of):
    client = client_of(editor)
    client.post(at("new/"), CHOICE)
    assert client.post(at("new/"), CHOICE).status_code == 422
    assert SiteChoice.objects.count() == 1


def test_a_choice_of_another_project_is_404(at, stranger, editor, client_of):
    other = SiteChoice.objects.create(project=stranger.memberships.get().project, **CHOICE)
    for rest in ("", "apply/", "delete/"):
        assert client_of(editor).post(at(f"{other.pk}/{rest}")).status_code == 404
    assert SiteChoice.objects.exists()
