"""Themes below themes."""

from reader.text.themes import derive

BODY = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。" * 2
HEADED = [
    "步道修到家门口",
    "河边的步道修了三年，来走的人一天比一天多，两岸的铺子也都开了门，连冬天都有人来，有人跑步，有人遛弯，也有人坐着看水。",
    "以慢行优先促畅通。" + BODY,
    "以小微更新促活力。" + BODY,
    "旧厂房变成书店",
    "一是留住厂房。" + BODY,
    "二是请来店主。" + BODY,
    "三是办好活动。" + BODY,
]


def found(texts=HEADED):
    return [(theme.paragraph, theme.parent) for theme in derive("老城", texts) if theme.score >= 0.5]


def test_each_has_the_paragraph_of_its_parents_lead():
    assert found() == [(0, None), (2, 0), (3, 0), (4, None), (5, 4), (6, 4), (7, 4)]


def test_its_reason_names_paragraphs_of_the_whole_text():
    theme = next(theme for theme in derive("老城", HEADED) if theme.paragraph == 2)
    assert str(theme.reason) == "与第4段同为“以…促…”。"


def test_its_lead_is_verbatim():
    assert all(theme.lead in HEADED[theme.paragraph] for theme in derive("老城", HEADED))


def test_a_text_without_sections_has_one_level():
    assert found(["引子。" + BODY, *HEADED[2:4], "结语。" + BODY]) == [(1, None), (2, None)]
