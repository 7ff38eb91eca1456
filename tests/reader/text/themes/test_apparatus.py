"""What stands in a text without being part of what it says."""

import pytest

from reader.text.themes.apparatus import apparatus

PROSE = "河边的步道修了三年，来走的人一天比一天多。"


@pytest.mark.parametrize(
    "line",
    [
        "（作者为某街区研究所研究员）",
        "(执笔：李明)",
        "——编 者",
        "版式设计：张三",
        "责任编辑：张三",
        "本报记者 李 明",
        "编者按：老城要更新，先听住在里面的人怎么说。",
        "内容摘要：步道连起两岸。",
        "《 人民日报 》（ 2020年01月02日 05 版）",
        "Public domain",
        "😀",
        "",
    ],
)
def test_lines_that_state_nothing(line):
    assert apparatus([PROSE, line, PROSE]) == {1}


def test_the_head_of_an_abstract_speaks_of_what_follows():
    assert apparatus(["核心阅读", PROSE, PROSE]) == {0, 1}


def test_pieces_of_a_torn_sentence():
    assert apparatus([PROSE, "按照《", "街区更新条例", "》的规定，步道由街道来管。", PROSE]) == {1, 2, 3}


@pytest.mark.parametrize("line", [PROSE, "步道修到家门口", "（一）修好步道", "记者来到河边", "“慢下来”的老城"])
def test_text_is_none(line):
    assert apparatus([PROSE, line, PROSE]) == set()
