"""One small project for all formats: two articles, nested themes, marks that overlap, nest, span and go untagged."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from annotations.exports.document import SHANGHAI, Article, Author, Document, Highlight, Theme, blocks

ESSAY = (
    ("heading", "一、绿道不只是路", 1),
    ("paragraph", "绿道穿城而过，串起河湖与街巷。𠮷祥里的居民说，出门三百米就能走进林荫。", 0),
    ("paragraph", "以规划连片促成网。断头的绿道再美，也只是一段风景；连成网络，才是市民的日常。", 0),
    ("paragraph", "以建管同步促好用。建好是起点，管好才是本事。", 0),
)
NEWS = (
    ("paragraph", "本市今年新建绿道一百二十公里，全部接入既有步道。", 0),
    ("quote", "“路修到家门口，心里敞亮。”", 0),
)
WHEN = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


def mark(article, exact, number, note="", themes=(), author="李编码"):
    """A highlight on the first place where the article says `exact`."""
    start = article.text.index(exact)
    end = start + len(exact)
    return Highlight(
        id=f"00000000-0000-4000-8000-{number:012d}",
        start=start,
        end=end,
        exact=exact,
        prefix=article.text[max(start - 32, 0) : start],
        suffix=article.text[end : end + 32],
        note=note,
        author=author,
        created=WHEN,
        updated=WHEN,
        themes=themes,
    )


def make_article(rows=ESSAY, **fields):
    defaults = {
        "id": 1,
        "title": "让绿道连成网",
        "source": "经济日报",
        "published": datetime(2023, 4, 12, 9, 51, tzinfo=SHANGHAI),
        "published_precision": "minute",
        "authors": (Author("徐小明", "城市研究院研究员"),),
        "url": "https://theory.gmw.cn/2023-04/12/content_1.htm",
        "address": "http://127.0.0.1:8000/projects/1/articles/1/",
        "accessed": date(2026, 11, 19),
    }
    return Article(**{**defaults, **fields}, blocks=tuple(blocks(rows)))


def make_themes():
    return (
        Theme(1, "绿道建设", ("绿道建设",), 1, "#2f5f9e", "绿道的规划、建设与管理"),
        Theme(2, "规划连片", ("绿道建设", "规划连片"), 2, "#96590a"),
        Theme(3, "建管同步", ("绿道建设", "建管同步"), 3, "#38733f"),
        Theme(4, "民生", ("民生",), 4, "#7d4b94"),
    )


def make_project():
    essay = make_article()
    essay = replace(
        essay,
        highlights=(
            mark(essay, "𠮷祥里的居民说，出门三百米就能走进林荫", 1, "“三百米”是指标。\n可与海绵城市比较。", (4,)),
            mark(essay, "以规划连片促成网。断头的绿道再美", 2, "总起", (2, 3), author="王审校"),
            mark(essay, "断头的绿道再美，也只是一段风景", 3, "", (2,)),
            mark(essay, "才是市民的日常。\n以建管同步促好用", 4, "跨段"),
        ),
    )
    news = make_article(
        NEWS,
        id=2,
        title="绿道进家门",
        source="城市网",
        authors=(),
        address="http://127.0.0.1:8000/projects/1/articles/2/",
    )
    news = replace(news, highlights=(mark(news, "路修到家门口，心里敞亮", 5, "", (4,)),))
    return Document(
        title="城市绿道研究",
        kind="project",
        exported=WHEN,
        project="城市绿道研究",
        exporter="李编码",
        articles=(essay, news),
        themes=make_themes(),
    )


def make_single(article=None):
    project = make_project()
    article = article or project.articles[0]
    return replace(project, title=article.title, kind="article", articles=(article,))


@pytest.fixture
def project():
    return make_project()


@pytest.fixture
def single():
    return make_single()


def make_remembered():
    """The project with a memo on everything that can have one."""
    project = make_project()
    essay, news = project.articles
    first, *others = project.themes
    return replace(
        project,
        memo="全课题先看三百米。",
        articles=(replace(essay, memo="此文可作总纲。\n第二行。"), news),
        themes=(replace(first, memo="与蓝道分开编。"), *others),
    )


@pytest.fixture
def remembered():
    return make_remembered()


MEMOS = ("全课题先看三百米。", "此文可作总纲。", "第二行。", "与蓝道分开编。")


@pytest.fixture
def memos():
    return MEMOS


@pytest.fixture(scope="session")
def build():
    """The makers, for tests that need a document of their own."""
    return SimpleNamespace(
        article=make_article,
        mark=mark,
        single=make_single,
        project=make_project,
        replace=replace,
        themes=make_themes,
    )
