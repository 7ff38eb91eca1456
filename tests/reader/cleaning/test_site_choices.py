import pytest

from reader.articles import queries, versions
from reader.capture.importing import import_capture
from reader.cleaning import correcting, site_choices
from reader.cleaning.captures import Capture
from reader.cleaning.correcting import Seen
from reader.extraction.addresses import host_of
from reader.models import SiteChoice

SITE = "https://news.example/"
BODY = "小巷是孩子们放学后的第一个去处，也是老人们晒太阳的地方。"
NOTE = "（图为小巷 陈一摄）"


@pytest.fixture
def bring(project, owner):
    def bring(number, url=SITE, note=NOTE):
        text = f"把小巷修成客厅\n\n{BODY}第{number}回。\n\n{note}\n\n分享到\n"
        return import_capture(project, owner, Capture(text.encode(), url=f"{url}{number}.html")).article

    return bring


@pytest.fixture
def choose(project, owner):
    def choose(action="strike", how="start", words="（图为", host="news.example"):
        return SiteChoice.objects.create(project=project, host=host, action=action, how=how, words=words, made_by=owner)

    return choose


def _now(article):
    article.refresh_from_db()
    return article.version.text


def test_a_choice_is_applied_to_later_imports_of_the_site(bring, choose):
    choose()
    article = bring(1)
    assert NOTE not in article.version.text
    assert "site_choice" in [cut["rule"] for cut in article.version.removed]


@pytest.mark.parametrize("url", ["https://other.example/", "https://badnews.example/", ""])
def test_other_sites_are_left_alone(bring, choose, url):
    choose()
    assert NOTE in bring(1, url).version.text


def test_a_choice_covers_what_is_below_its_site(bring, choose):
    choose()
    assert NOTE not in bring(1, "https://opinion.news.example:8080/").version.text


@pytest.mark.parametrize(
    ("how", "words", "struck"),
    [
        ("whole", NOTE, True),
        ("whole", "（图为", False),
        ("start", "（图为", True),
        ("start", "陈一摄）", False),
        ("end", "摄）", True),
        ("end", "（图为", False),
        ("part", "陈一", True),
        ("part", "陈二", False),
        ("part", ".*", False),
    ],
)
def test_which_rows_a_choice_fits(bring, choose, how, words, struck):
    choose(how=how, words=words)
    assert (NOTE not in bring(1).version.text) is struck


def test_a_rules_cuts_can_be_restored_on_a_site(bring, choose):
    assert "分享到" not in bring(1).version.text
    choose("restore", "rule", "share_prompt")
    assert "分享到" in bring(2).version.text


SAVED = """<!-- saved from url=(0033)https://news.example/alley.html --><html><head><title>把小巷修成客厅</title></head>
<body><h1>把小巷修成客厅</h1><div><p>{body}</p><p>{note}</p><p>{body}</p></div></body></html>"""


def test_a_choice_covers_an_upload_that_states_its_address(project, owner, choose):
    choose()
    page = SAVED.format(body=BODY, note=NOTE).encode()
    article = import_capture(project, owner, Capture(page, filename="alley.html")).article
    assert NOTE not in article.version.text
    assert (article.url, article.origins["url"]) == ("https://news.example/alley.html", "saved_page")


def test_earlier_uploads_of_the_site_are_found(project, owner, choose):
    page = SAVED.format(body=BODY, note=NOTE).encode()
    article = import_capture(project, owner, Capture(page, filename="alley.html")).article
    assert [one.article for one in site_choices.affected(choose())] == [article]


def test_of_two_choices_the_later_counts(bring, choose):
    choose()
    choose("restore", "whole", NOTE)
    assert NOTE in bring(1).version.text


def test_a_choice_never_empties_a_page(bring, choose):
    choose(how="part", words="小巷")
    choose(how="part", words="（")
    choose(how="part", words="第")
    assert bring(1).version.text


def test_the_preview_tells_what_would_change_and_changes_nothing(bring, choose):
    first, _, _ = bring(1), bring(2, "https://other.example/"), bring(3, note="没有图。")
    found = site_choices.affected(choose())
    assert [(one.article, one.rows) for one in found] == [(first, (NOTE,))]
    assert first.versions.count() == 1


def test_applying_gives_each_earlier_article_a_version(bring, choose, editor):
    first, second = bring(1), bring(2)
    choice = choose()
    assert site_choices.apply(choice, editor) == 2
    assert NOTE not in _now(first)
    assert NOTE not in _now(second)
    assert (first.version.reason, first.version.created_by, first.version.detail) == ("site", editor, str(choice))
    assert site_choices.apply(choice, editor) == 0


def test_rows_a_reader_spoke_of_are_left_alone(project, bring, choose, editor):
    article = bring(1)
    index = next(i for i, row in enumerate(versions.rows(article.version)) if row.text == NOTE)
    for action in ("strike", "restore"):
        correcting.flip(
            Seen(project, article.pk, queries.article(project, article.pk).version.number), editor, [index], action
        )
    assert site_choices.apply(choose(), editor) == 0
    assert NOTE in _now(article)


def test_recleaning_knows_the_choices(project, bring, choose, editor):
    article = bring(1)
    choice = choose()
    correcting.reclean(Seen(project, article.pk, 1), editor)
    assert NOTE not in _now(article)
    choice.delete()
    correcting.reclean(Seen(project, article.pk, 2), editor)
    assert NOTE in _now(article)


def test_articles_in_the_bin_and_of_other_projects_are_left_alone(bring, choose, stranger):
    from django.utils import timezone

    article = bring(1)
    article.deleted = timezone.now()
    article.save(update_fields=["deleted"])
    other = stranger.memberships.get().project
    import_capture(other, stranger, Capture(f"题\n\n{BODY}\n\n{NOTE}".encode(), url=SITE))
    assert site_choices.affected(choose()) == []


@pytest.mark.parametrize(
    ("url", "host"), [("https://A.example:80/x", "a.example"), ("", ""), ("http://[", ""), ("x", "")]
)
def test_the_site_of_an_address(url, host):
    assert host_of(url) == host
