"""Theses inside paragraphs, where a text states its points nowhere else."""

import pytest

from reader.text.themes import derive
from reader.text.themes.evidence import LIKELY
from reader.text.themes.inner_theses import inner_theses

TOLD = "河边的老码头停用多年，石阶上长了青苔，附近的人傍晚仍来这里坐一坐，看对岸的灯一盏一盏亮起来，说些旧事。"
CLOSE = "码头还在，河也还在。"
DEMANDS = ["码头的石阶不能拆。", "修缮者须有匠人的耐心。", "附近的住户应当有发言的机会。"]


def text(demands=DEMANDS, close=CLOSE):
    return [TOLD, *(TOLD + demand + TOLD for demand in demands), close]


def test_each_paragraph_gives_what_it_asks_for():
    assert [lead.text for lead in inner_theses(text())] == [demand.rstrip("。") for demand in DEMANDS]


def test_the_lead_is_verbatim_behind_a_link():
    found = inner_theses(text([DEMANDS[0], "因此，" + DEMANDS[1], "最要紧的是留住摆渡的人。"]))
    assert [lead.text for lead in found][1:] == ["修缮者须有匠人的耐心", "留住摆渡的人"]


def test_what_follows_from_the_paragraph_comes_before_another_demand():
    found = inner_theses(text([DEMANDS[0], "船票应当便宜些。所以，" + DEMANDS[1], DEMANDS[2]]))
    assert found[1].text == "修缮者须有匠人的耐心"


def test_the_matter_may_be_described_first():
    assert [lead.paragraph for lead in inner_theses(text(["", *DEMANDS]))] == [2, 3, 4]


@pytest.mark.parametrize(
    "demands",
    [
        DEMANDS[:2],
        [*DEMANDS, ""],
        [DEMANDS[0], "老李说：“石阶应当留下。”", DEMANDS[2]],
        [DEMANDS[0], "碑上写着“石阶应当留下，船要靠岸”几个字。", DEMANDS[2]],
        [DEMANDS[0], "他想到石阶应当留下。", DEMANDS[2]],
        [DEMANDS[0], "石阶该不该留，难道应当由一个人来定？", DEMANDS[2]],
        [DEMANDS[0], "一棵黄杨成材要上百年。", DEMANDS[2]],
        [DEMANDS[0], "船票应当便宜些。船期应当密一些。船上应当有灯。", DEMANDS[2]],
        [],
    ],
    ids=["two", "not up to the close", "reported", "quoted", "thought", "question", "duration", "listed", "nothing"],
)
def test_better_none_than_wrong(demands):
    assert inner_theses(text(demands)) == []


def test_they_are_offered_below_what_is_shown_by_itself():
    found = [theme for theme in derive("老码头", text()) if theme.reason.code == "inner"]
    assert len(found) == 3 and all(theme.score < LIKELY for theme in found)


def test_they_count_only_where_nothing_else_is_found():
    headed = [line for heading in ("留住石阶", "修好栏杆", "请回船工") for line in (heading, TOLD)]
    assert "inner" not in {theme.reason.code for theme in derive("老码头", [*headed, *text()])}
