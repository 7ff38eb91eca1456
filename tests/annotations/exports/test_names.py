"""Names of authors in entries, and in the files of citation programs; and the order of a list by its sounds."""

import io
import json
from dataclasses import replace

import pytest

from annotations.exports import bibtex, csljson, ris
from annotations.exports.citation import entries, entry
from annotations.exports.document import Author, CitationStyle
from annotations.exports.names import cited, parted, pinyin


@pytest.mark.parametrize(
    ("name", "newer", "older"),
    [
        ("Jane Smith", "Smith J", "SMITH J"),
        ("Smith, Jane Ann", "Smith J A", "SMITH J A"),
        ("Smith J A", "Smith J A", "SMITH J A"),
        ("Smith JA", "Smith J A", "SMITH J A"),
        ("Smith J.-A.", "Smith J A", "SMITH J A"),
        ("Jane Smith, Jr.", "Smith Jr J", "SMITH JR J"),
        ("John Smith III", "Smith III J", "SMITH III J"),
        ("J. A. Smith", "Smith J A", "SMITH J A"),
        ("Marie-Louise d'Arc", "d'Arc M L", "D'ARC M L"),
        ("Pieter van den Berg", "van den Berg P", "VAN DEN BERG P"),
        ("María de la Cruz", "de la Cruz M", "DE LA CRUZ M"),
        ("Ólafur Ögmundsson", "Ögmundsson Ó", "ÖGMUNDSSON Ó"),
        ("World Bank", "World Bank", "World Bank"),
        ("University of Oslo", "University of Oslo", "University of Oslo"),
        ("Aristotle", "Aristotle", "Aristotle"),
        ("林一", "林一", "林一"),
        ("约翰·史密斯", "约翰·史密斯", "约翰·史密斯"),
        ("临江市统计局", "临江市统计局", "临江市统计局"),
    ],
)
def test_western_people_have_their_surname_first(name, newer, older):
    assert (cited(name, capitals=False), cited(name, capitals=True)) == (newer, older)


def test_a_body_is_not_parted():
    assert (parted("Asian Development Bank"), parted("临江社")) == (("", "Asian Development Bank"), ("", "临江社"))


FOUR = tuple(map(Author, ("Jane Smith", "B. Lee", "Pieter van den Berg", "Carl Roe")))


@pytest.mark.parametrize(
    ("title", "authors", "begins"),
    [
        ("Slow streets", FOUR, "SMITH J, LEE B, VAN DEN BERG P, et al. "),
        ("慢行的街", FOUR, "SMITH J, LEE B, VAN DEN BERG P, 等. "),
        ("Slow streets", tuple(map(Author, "甲乙丙丁")), "甲, 乙, 丙, et al. "),
        ("Slow streets", FOUR[:3], "SMITH J, LEE B, VAN DEN BERG P. Slow"),
    ],
)
def test_and_others_is_said_in_the_items_language(build, title, authors, begins):
    article = build.article(title=title, authors=authors)
    assert entry(article, CitationStyle(2015)).startswith(begins)


@pytest.mark.parametrize(
    ("title", "language"), [("慢行的街", "zh-CN"), ("Slow streets", "en"), ("第2条 street", "zh-CN")]
)
def test_citation_programs_are_told_the_language(build, title, language):
    document = build.single(build.article(title=title))
    written = {}
    for format in (bibtex, csljson, ris):
        output = io.BytesIO()
        format.write(document, output)
        written[format.name] = output.getvalue().decode()
    assert json.loads(written["csljson"])[0]["language"] == language
    assert f"LA  - {language}\r\n" in written["ris"]
    assert f"langid = {{{'chinese' if language == 'zh-CN' else 'english'}}}" in written["bibtex"]


# Each surname between two whose sounds are plain.
READINGS = [
    ("单", "沙", "上"),
    ("仇", "秦", "曲"),
    ("解", "肖", "辛"),
    ("曾", "袁", "张"),
    ("覃", "乔", "曲"),
    ("缪", "孟", "莫"),
    ("晏", "徐", "姚"),
    ("区", "农", "潘"),
    ("查", "岳", "张"),
]


@pytest.mark.parametrize(("surname", "before", "after"), READINGS)
def test_surnames_are_read_as_surnames(build, surname, before, after):
    articles = [
        build.article(id=number, authors=(Author(f"{name}明"),)) for number, name in enumerate((after, surname, before))
    ]
    assert list(entries(articles, CitationStyle(form="author-year"))) == [2, 1, 0]


@pytest.mark.parametrize("body", ["解放军报社", "单位食堂管理办法起草组", "长江水利委员会", "重庆市人民政府"])
def test_bodies_are_not_read_as_people(body):
    assert pinyin(body)[0] in ("jie", "dan", "chang", "zhang", "chong", "zhong")
    assert pinyin("解明")[0] == "xie"


def test_signs_of_the_second_level_stand_where_they_sound(build):
    """芮 and 闫 are coded behind all common signs."""
    names = ("艾一", "芮二", "宋三", "闫四", "叶五", "周六")
    articles = [build.article(id=number, authors=(Author(name),)) for number, name in enumerate(names)]
    assert list(entries(reversed(articles), CitationStyle(form="author-year"))) == list(range(6))


def test_an_undated_page_has_the_year_it_was_read_in_brackets(build):
    article = build.article(source="城市网", published=None, authors=(Author("临江图书馆"),))
    newer, older = (entry(article, CitationStyle(edition, "author-year")) for edition in (2025, 2015))
    assert newer.startswith("临江图书馆，[2026]. 让绿道连成网[EB/OL]. [2026-11-19]. ")
    assert older.startswith("临江图书馆, [2026]. 让绿道连成网[EB/OL]. [2026-11-19]. ")
    assert "[2026]." not in entry(article, CitationStyle())


def test_undated_pages_of_one_author_and_year_are_told_apart(build):
    pages = [
        build.article(id=number, source="城市网", published=None, authors=(Author("临江图书馆"),), title=title)
        for number, title in enumerate(("甲", "乙"))
    ]
    listed = entries(pages, CitationStyle(form="author-year")).values()
    assert {one.partition(". ")[0] for one in listed} == {"临江图书馆，[2026a]", "临江图书馆，[2026b]"}


@pytest.mark.parametrize("page", ["02", "第02版", "2版", "第2版", "002"])
def test_a_newspapers_page_has_no_zeros_before_it(build, page):
    article = build.article(source=f"《经济日报》（2023年04月12日 {page if '版' in page else page + '版'}）")
    assert "经济日报，2023-04-12（2）" in entry(article, CitationStyle())
    assert "经济日报, 2023-04-12(2)" in entry(article, CitationStyle(2015))


def test_a_page_with_a_letter_keeps_its_zero(build):
    article = build.article(source="《经济日报》（2023年04月12日 A02版）")
    assert "2023-04-12（A02）" in entry(article, CitationStyle())


@pytest.mark.parametrize(("source", "kind"), [("", "Z"), ("城市网", "Z"), ("经济日报", "N"), ("求是", "J")])
def test_without_an_address_nothing_is_online(build, source, kind):
    article = replace(build.article(source=source), url="")
    written = entry(article, CitationStyle())
    assert f"[{kind}]" in written
    assert "http" not in written
