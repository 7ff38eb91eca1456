"""The owner's page, exactly. It lies beside the project, not in it."""

from pathlib import Path

import pytest

from reader.extraction import Author, extract

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed" / "gmw_city_clusters.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not here")


@pytest.fixture(scope="module")
def lines():
    return [line.strip() for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]


@pytest.fixture(scope="module")
def page():
    return extract(SEED.read_bytes())


def test_metadata(page):
    assert page.title == "以协同创新引领城市群发展"
    assert page.source == "经济日报"
    assert page.published.isoformat() == "2023-04-12T09:51:00+08:00"
    assert page.published_precision == "minute"
    affiliation = "中央党校(国家行政学院)习近平新时代中国特色社会主义思想研究中心研究员"
    assert page.authors == (Author("徐晓明", affiliation),)
    assert page.editor == "徐倩阳"
    assert page.channel == ("首页", "理论频道", "经济社会")


def test_the_eight_paragraphs(page, lines):
    first = next(at for at, line in enumerate(lines) if line.startswith("党的二十大报告围绕"))
    assert [block.text for block in page.blocks] == lines[first : first + 8]
    assert {block.kind for block in page.blocks} == {"paragraph"}


def test_every_other_line_is_removed_one_entry_each_in_order(page, lines):
    body = {block.text for block in page.blocks}
    told = (page.title, "来源:", "作者:")
    rest = [line for line in lines if line not in body and line != page.title and not line.startswith(told[1:])]
    assert [removed.text for removed in page.removed] == rest
    assert len(rest) == 65 - 3


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        ("点击右上角", "share_prompt"),
        ("朋友圈", "share_prompt"),
        ("请使用浏览器", "share_prompt"),
        ("正在阅读", "reading_bar"),
        ("首页>", "breadcrumb"),
        ("[ 责编", "editor_line"),
        ("您此时的心情", "mood_widget"),
        ("• 开心", "mood_widget"),
        ("推荐阅读", "recommendation_list"),
        ("高质量构建", "recommendation_list"),
        ("2023-06-28 09:36", "recommendation_list"),
        ("加载更多", "load_more"),
    ],
)
def test_rules_are_named(page, start, rule):
    assert next(removed.rule for removed in page.removed if removed.text.startswith(start)) == rule


def test_removed_lines_know_where_they_stood(page):
    assert {removed.before for removed in page.removed} == {0, 8}
