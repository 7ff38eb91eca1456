"""Points that one sentence lists and the paragraphs behind it take up."""

import pytest

from reader.text.themes import derive
from reader.text.themes.listed import listed

SAID = "先说现状，再举两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白，让人听得进去。"
LIST = "一座小城要修好慢行的步道、留住手艺的匠人、议好街坊的难事。"
TAKEN = [
    "走路的人多了，路就不够用。修好慢行的步道，要从拆掉路中间的电线杆做起。" + SAID,
    "修伞的、补锅的、做秤的，一家一家关了门。留住手艺的匠人，关键是让他们带得起徒弟。" + SAID,
    "谁家的车停在哪里，吵了三年。议好街坊的难事，先要有一张坐得下来的桌子。" + SAID,
]


def places(texts):
    found = listed(texts)
    return [lead.paragraph for lead in found.leads] if found else []


def test_each_point_is_where_its_paragraph_says_it():
    found = listed([LIST, *TAKEN])
    assert [(lead.paragraph, lead.text) for lead in found.leads] == [
        (1, "修好慢行的步道，要从拆掉路中间的电线杆做起。"),
        (2, "留住手艺的匠人，关键是让他们带得起徒弟。"),
        (3, "议好街坊的难事，先要有一张坐得下来的桌子。"),
    ]


def test_the_reason_names_the_paragraph_that_lists_them():
    themes = derive("小城", [LIST, *TAKEN, "结语。" + SAID])
    assert [theme.paragraph for theme in themes] == [1, 2, 3]
    assert {str(theme.reason) for theme in themes} == {"第1段总说几点，各段分述，这是其中之一。"}


def test_a_point_of_one_word_is_named_by_its_sentence():
    texts = ["比赛承载着街坊对和睦、安康的期盼。", "比赛承载着街坊对和睦、安康、富足的期盼。"]
    taken = [f"{SAID}作为近邻，我们要以跑步促{point}，把日子过好。{SAID}" for point in ("和睦", "安康", "富足")]
    found = listed([texts[1], *taken])
    assert found.leads[0].text == "我们要以跑步促和睦，把日子过好。"
    assert found.names == ("", "", "")
    assert listed([texts[0], *taken[:2]]) is None


@pytest.mark.parametrize(
    "texts",
    [
        [LIST, TAKEN[1], TAKEN[0], TAKEN[2]],
        [LIST, TAKEN[0], SAID * 2, TAKEN[1], TAKEN[2]],
        [LIST, TAKEN[0] + TAKEN[1] + TAKEN[2], SAID * 2],
        [LIST, TAKEN[0], TAKEN[1], SAID * 2],
        [SAID * 2] * 5 + [LIST, *TAKEN],
        [LIST],
        [],
    ],
    ids=["another order", "a gap", "one paragraph", "one is missing", "far down", "nothing below", "empty"],
)
def test_what_is_none(texts):
    assert places(texts) == []


def test_what_somebody_says_states_no_point_of_the_text():
    told = TAKEN[2].replace("议好", "街道主任李明说，“议好")
    assert places([LIST, *TAKEN[:2], told]) == []
