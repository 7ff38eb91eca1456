import pytest
from django.test import override_settings

from reader.capture.importing import import_capture, import_whole
from reader.cleaning.captures import Capture
from reader.extraction import ExtractionError
from reader.models import Article, Snapshot
from reader.signals import text_version_created

TEXT = "把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处。\n\n修好它，要先问问住在这里的人。"


def _import(project, user, data=TEXT, **known):
    return import_capture(project, user, Capture(data.encode() if isinstance(data, str) else data, **known))


def test_the_sample_page_becomes_an_article(article):
    assert (article.title, article.source, article.editor) == ("让绿道连起城市生活", "临江日报", "吴一舟")
    assert article.authors == [{"name": "林之远", "affiliation": "临江大学城市研究所副教授"}]
    assert article.published.isoformat() == "2024-05-18T08:30:00+08:00"


def test_a_versions_text_is_its_blocks_joined(article):
    version = article.version
    assert version.text == "\n".join(block["text"] for block in version.blocks)


def test_a_versions_words_cover_its_text(article):
    assert sum(int(digit, 36) for digit in article.version.words) == len(article.version.text)


def test_the_bytes_are_kept_as_they_came(project, owner):
    data = TEXT.encode("gb18030")
    imported = _import(project, owner, data, filename="小巷.txt")
    snapshot = Snapshot.objects.get(article=imported.article)
    assert (bytes(snapshot.data), snapshot.filename) == (data, "小巷.txt")


def test_the_same_bytes_lead_to_the_article_that_is_there(project, owner):
    first, second = _import(project, owner), _import(project, owner)
    assert (first.created, second.created) == (True, False)
    assert first.article == second.article


def test_two_projects_may_hold_the_same_bytes(project, owner, stranger):
    other = stranger.memberships.get().project
    assert _import(project, owner).article != _import(other, stranger).article


def test_the_same_bytes_bring_an_article_back_from_the_bin(project, owner):
    article = _import(project, owner).article
    Article.objects.update(deleted=article.added)
    again = _import(project, owner)
    assert again.restored
    article.refresh_from_db()
    assert article.deleted is None


def test_a_title_of_the_readers_own_counts(project, owner):
    assert _import(project, owner, title="我的题目").article.title == "我的题目"


def test_a_text_without_title_is_named_by_its_first_words(project, owner):
    long = "住在这里的人最清楚小巷哪里积水、哪里缺灯，修之前先问问他们，修之后也要听听他们怎么说。"
    assert _import(project, owner, long * 2).article.title == long[:30] + "…"


@pytest.mark.parametrize("data", ["", " \n ", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20])
def test_what_holds_no_text_is_refused_and_nothing_is_kept(project, owner, data):
    with pytest.raises(ExtractionError):
        _import(project, owner, data)
    assert not Article.objects.exists()
    assert not Snapshot.objects.exists()


@override_settings(CAPTURE_LIMIT=20)
def test_what_is_too_large_is_refused(project, owner):
    with pytest.raises(ExtractionError) as refused:
        _import(project, owner)
    assert refused.value.code == "too_large"


NO_ARTICLE = "<html><body><a href=/a>登录</a> <a href=/b>注册</a> <a href=/c>帮助</a></body></html>"


def test_a_page_without_article_offers_its_text(project, owner):
    with pytest.raises(ExtractionError) as refused:
        _import(project, owner, NO_ARTICLE)
    assert refused.value.code == "no_article"
    assert "登录" in refused.value.text


def test_a_page_without_article_can_be_kept_whole(project, owner):
    imported = import_whole(project, owner, Capture(NO_ARTICLE.encode(), title="登录页"))
    assert imported.article.title == "登录页"
    assert "帮助" in imported.article.version.text


def test_an_import_that_a_receiver_refuses_leaves_nothing(project, owner):
    def refuse(**kwargs):
        raise RuntimeError("no")

    text_version_created.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            _import(project, owner)
    finally:
        text_version_created.disconnect(refuse)
    assert not Article.objects.exists()
