"""Official documents by their form: what is letterhead, title, signature and date, and what only looks like it."""

import pytest

from reader.extraction.document_form import date_alone, form_of

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来。"
TITLE = ["云溪镇人民政府关于印发", "绿道管护办法的通知"]
END = ["云溪镇人民政府", "2023年6月8日"]


def told(lines):
    form = form_of(lines)
    return form and ("".join(lines[at] for at in form.title), form.issuer, form.dated and form.dated.date().isoformat())


@pytest.mark.parametrize(
    "above",
    [
        ["云溪镇人民政府文件", "云政发〔2023〕7号"],
        ["000012", "特急", "云 溪 镇 人 民 政 府 文 件", "云政发[2023]7号", "签发人：林晓舟"],
        ["云溪镇人民政府办公室（党政办）文件", "云政办〔2023〕第 7 号　签发人：林晓舟"],
        ["云溪镇人民政府令", "第七号"],
    ],
)
def test_a_title_below_a_letterhead(above):
    assert told([*above, *TITLE, "各村委会：", PROSE, *END]) == ("".join(TITLE), "云溪镇人民政府", "2023-06-08")


def test_a_title_of_several_lines_without_a_letterhead():
    assert told([*TITLE, "各村委会：", PROSE, *END])[0] == "".join(TITLE)


def test_a_title_that_names_no_kind_is_the_first_line():
    assert told(["云溪镇人民政府文件", "云政发〔2023〕7号", "把绿道管起来", "各村委会：", PROSE])[:2] == (
        "把绿道管起来",
        "云溪镇人民政府",
    )


def test_offices_that_sign_together_are_all_told():
    lines = ["云建〔2023〕7号", *TITLE, PROSE, "云溪镇建设局", "云溪镇财政局", "二〇二三年六月八日"]
    assert told(lines)[1:] == ("云溪镇建设局 云溪镇财政局", "2023-06-08")


def test_the_date_of_an_attachment_is_not_the_documents():
    lines = ["云政发〔2023〕7号", *TITLE, PROSE, *END, "附件", "绿道管护办法", PROSE, "云溪镇建设局", "2020年1月1日"]
    assert told(lines)[2] == "2023-06-08"


def test_without_a_signature_the_title_says_who():
    assert told(["云政发〔2023〕7号", *TITLE, PROSE])[1:] == ("云溪镇人民政府", None)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["论绿道的管护", "林晓舟", PROSE],
        ["绿道笔记", "一、研究方案", PROSE],
        ["读懂绿道文件", PROSE, PROSE],
        ["关于绿道的几点思考", PROSE],
        [PROSE] * 20,
    ],
)
def test_other_texts_have_no_such_form(lines):
    assert form_of(lines) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2023年6月8日", "2023-06-08"),
        ("（2023 年 6 月 8 日）", "2023-06-08"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("二○二三年十月二十日", "2023-10-20"),
    ],
)
def test_a_date_alone(line, day):
    assert date_alone(line).date().isoformat() == day


@pytest.mark.parametrize("line", ["2023年6月8日印发", "2023年13月8日", "2023年2月30日", "6月8日", "一千年六月八日", ""])
def test_no_date_alone(line):
    assert date_alone(line) is None
