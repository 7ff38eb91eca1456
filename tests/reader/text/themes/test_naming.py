import pytest

from reader.text.themes.naming import names


@pytest.mark.parametrize(
    ("core", "name"),
    [
        ("练就应急本领", "应急本领"),
        ("向邻里讲好中国桥梁故事", "桥梁故事"),
        ("今年以来，街道采取了哪些修桥举措", "修桥举措"),
        ("有力支持了社区食堂运营", "社区食堂运营"),
    ],
)
def test_a_name_keeps_words_whole_and_leaves_adverbs(core, name):
    assert name in names([core])[0]


def test_a_predicate_that_is_left_of_a_group_gives_no_name_with_is():
    said = names(["老街改造是走慢行优先道路的改造", "老街改造离不开邻里共商"])
    assert not said[0].startswith("是")


def test_should_is_heard_beside_words_that_begin_like_it():
    assert names(["街道应完善雨水管网"]) == ["完善雨水管网"]
