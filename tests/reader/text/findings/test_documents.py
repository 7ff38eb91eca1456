import time

import pytest

from reader.text.findings.documents import documents


def said(text):
    return [(one.title, one.number, one.kind) for one in documents(text)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("国发〔2024〕1号", "国发〔2024〕1号"),
        ("国发[2024]1号", "国发〔2024〕1号"),
        ("国发（2024）第005号", "国发〔2024〕5号"),
        ("国办发【2019】12号", "国办发〔2019〕12号"),
        ("发改投资(２０２３)８８号", "发改投资〔2023〕88号"),
        ("根据国发〔2024〕1号", "国发〔2024〕1号"),
        ("路桥按照财税〔2020〕31号执行", "财税〔2020〕31号"),
        ("国务院令第713号", "国务院令第713号"),
        ("根据中华人民共和国国务院令 第713号", "国务院令第713号"),
        ("国务院第713号令", "国务院令第713号"),
        ("國發〔2024〕1號", "国发〔2024〕1号"),
        ("令第713号", "令第713号"),
        ("税务总局公告2024年第1号", "税务总局公告2024年第1号"),
        ("税务总局2024年第1号公告", "税务总局公告2024年第1号"),
        ("2024年第1号公告", "公告2024年第1号"),
    ],
)
def test_numbers_come_out_in_one_form(written, number):
    (one,) = documents(written)
    assert one.number == number


def test_places_are_those_of_the_text():
    text = "𠮷说：“根据国发〔2024〕1号和《绿道管理条例》，修路。”"
    assert [text[one.start : one.end] for one in documents(text)] == ["国发〔2024〕1号", "《绿道管理条例》"]


@pytest.mark.parametrize(
    "text",
    [
        "《关于绿道的意见》（绿发〔2024〕3号）",
        "《关于绿道的意见》绿发〔2024〕3号",
        "绿发〔2024〕3号文件《关于绿道的意见》",
    ],
)
def test_a_title_and_its_number_are_one_document(text):
    (one,) = documents(text)
    assert (one.title, one.number, one.kind) == ("关于绿道的意见", "绿发〔2024〕3号", "意见")


def test_two_documents_side_by_side_stay_two():
    assert len(documents("《绿道规划》《河道规划》和绿发〔2024〕3号、绿发〔2024〕4号")) == 4


def test_titles_may_hold_titles():
    assert said("《关于印发〈绿道办法〉的通知》") == [("关于印发〈绿道办法〉的通知", "", "通知")]
    assert said("《关于印发《绿道办法》的通知》") == [("关于印发《绿道办法》的通知", "", "通知")]


def test_what_never_closes_hides_nothing():
    assert said("《绿道的路\n《河道条例》") == [("河道条例", "", "条例")]
    assert said("《绿道的路，见《河道条例》。") == [("河道条例", "", "条例")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("《求是》2024年第3期", "periodical"),
        ("《河边日报》", "periodical"),
        ("电影《河边的路》", "work"),
        ("《河道保护法》", "法"),
        ("《修路的方法》", "other"),
        ("《河道管理条例（试行）》", "条例"),
        ("《河道規劃》", "规划"),
    ],
)
def test_kinds(text, kind):
    assert [one.kind for one in documents(text)] == [kind]


def test_a_periodical_has_no_number():
    assert said("《求是》2024年第3期") == [("求是", "", "periodical")]


def test_a_short_form_stands_for_its_title():
    text = "《关于绿道的意见》（以下简称《意见》）发布。《意见》提出修路，《通知》没有。"
    assert [title for title, _, _ in said(text)] == ["关于绿道的意见"] * 3 + ["通知"]


@pytest.mark.parametrize("text", ["", "没有文件。", "2024年1号线开通", "（2024）", "第5号楼", "《》", "》《"])
def test_nothing_where_nothing_is_cited(text):
    assert documents(text) == []


@pytest.mark.parametrize("unit", ["修路", "《", "号令", "国", "》", "\n", "2024年第1"])
def test_long_texts_take_seconds(unit):
    started = time.monotonic()
    documents(unit * (1_000_000 // len(unit)))
    assert time.monotonic() - started < 6
