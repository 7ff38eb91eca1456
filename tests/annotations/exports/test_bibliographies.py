"""The articles read as CSL-JSON, RIS and BibTeX: right types, whole names, nothing that breaks the format."""

import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from annotations.exports import bibtex, csljson, ris
from annotations.exports.document import Author, Edition

HOSTILE = '甲 {乙} and\n丙,\\丁 "戊" % & $ # _ ~ ^\nER  - \r\nTY  - BOOK\x00'
PRINTED = Edition(date(2023, 4, 12), page="第10版")
ISSUE = Edition(volume="7", issue="第10期", pages="93-95", doi="10.1/x_y")


def written(format, document):
    output = io.BytesIO()
    format.write(document, output)
    return output.getvalue().decode()


def records(document):
    """RIS read back: a list of tags and values for every record."""
    parts = written(ris, document).split("ER  - \r\n")[:-1]
    return [[tuple(line.split("  - ", 1)) for line in part.split("\r\n") if line] for part in parts]


def test_csl_json_has_every_article(project):
    newspaper, page = json.loads(written(csljson, project))
    assert newspaper == {
        "id": "quandian-1",
        "type": "article-newspaper",
        "title": "让绿道连成网",
        "author": [{"literal": "徐小明"}],
        "container-title": "经济日报",
        "issued": {"date-parts": [[2023, 4, 12]]},
        "accessed": {"date-parts": [[2026, 11, 19]]},
        "URL": "https://theory.gmw.cn/2023-04/12/content_1.htm",
        "language": "zh-CN",
    }
    assert (page["type"], page["container-title"]) == ("webpage", "城市网")


def test_ris_has_every_article(project):
    newspaper, page = records(project)
    assert newspaper == [
        ("TY", "NEWS"),
        ("AU", "徐小明"),
        ("TI", "让绿道连成网"),
        ("T2", "经济日报"),
        ("PY", "2023"),
        ("DA", "2023/04/12"),
        ("UR", "https://theory.gmw.cn/2023-04/12/content_1.htm"),
        ("Y2", "2026/11/19"),
        ("LA", "zh-CN"),
        ("ID", "quandian-1"),
    ]
    assert page[0] == ("TY", "ELEC")


def test_bibtex_has_every_article(project):
    assert written(bibtex, project).split("\n\n")[0] == (
        "@newspaper{quandian1,\n"
        "  author = {{徐小明}},\n"
        "  title = {{让绿道连成网}},\n"
        "  journal = {经济日报},\n"
        "  year = {2023},\n"
        "  date = {2023-04-12},\n"
        "  url = {https://theory.gmw.cn/2023-04/12/content_1.htm},\n"
        "  urldate = {2026-11-19},\n"
        "  langid = {chinese}\n"
        "}"
    )


def test_a_printed_piece_has_its_page_and_no_address(build):
    document = build.single(build.article(edition=PRINTED))
    assert json.loads(written(csljson, document))[0]["page"] == "10"
    assert ("SP", "10") in records(document)[0]
    assert not {"UR", "Y2"} & {tag for tag, _ in records(document)[0]}
    assert "url" not in written(bibtex, document)


def test_a_magazines_issue_is_told(build):
    document = build.single(build.article(source="求是", edition=ISSUE))
    item = json.loads(written(csljson, document))[0]
    assert (item["type"], item["volume"], item["issue"], item["page"]) == ("article-journal", "7", "10", "93-95")
    assert {("VL", "7"), ("IS", "10"), ("SP", "93-95"), ("DO", "10.1/x_y")} <= set(records(document)[0])
    assert "  number = {10},\n  pages = {93-95},\n  doi = {10.1/x_y}" in written(bibtex, document)


def test_a_report_is_a_report(build):
    document = build.single(build.article(citation_kind="R/OL"))
    assert json.loads(written(csljson, document))[0]["type"] == "report"
    assert written(bibtex, document).startswith("@techreport{")


@pytest.mark.parametrize("format", [bibtex, csljson, ris])
def test_missing_fields_are_left_out(format, build):
    bare = build.article(source="", published=None, authors=(), url="", accessed=None)
    assert not re.search(r"None|\{\}|  - \r\n(?!\r\n|$)", written(format, build.single(bare)))


def test_a_hostile_title_stays_one_ris_field(build):
    document = build.single(build.article(title=HOSTILE, authors=(Author(HOSTILE),), source=HOSTILE))
    (record,) = records(document)
    assert [tag for tag, _ in record] == ["TY", "AU", "TI", "T2", "PY", "DA", "UR", "Y2", "LA", "ID"]


def test_a_hostile_title_stays_inside_its_braces_in_bibtex(build):
    article = build.article(
        title=HOSTILE, authors=(Author(HOSTILE), Author("乙")), source=HOSTILE, url="https://x.cn/}{\\"
    )
    text = written(bibtex, build.single(article))
    depths = []
    for place, sign in enumerate(text):
        if sign in "{}" and text[place - 1] != "\\":
            depths.append((depths[-1] if depths else 0) + (1 if sign == "{" else -1))
    assert (min(depths), depths.count(0)) == (0, 1)
    assert "  url = {https://x.cn/%7D%7B%5C}" in text


def test_a_hostile_title_comes_back_from_csl_json(build):
    document = build.single(build.article(title=HOSTILE))
    assert json.loads(written(csljson, document))[0]["title"] == " ".join(HOSTILE.replace("\x00", " ").split())


def test_every_article_is_listed_even_without_marks(build, project):
    bare = replace(project, articles=tuple(replace(article, highlights=()) for article in project.articles))
    assert len(json.loads(written(csljson, bare))) == len(records(bare)) == 2
