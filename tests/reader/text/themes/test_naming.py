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


@pytest.mark.parametrize(
    ("core", "name"),
    [
        ("处理好修路和种树的关系", "修路和种树的关系"),
        ("在服务街坊上担当作为", "服务街坊"),
        ("老街改造的根本在人心", "人心"),
        ("老街改造要算经济账，更要算文化账", "算文化账"),
        ("毫不动摇推进老街改造", "推进老街改造"),
        ("提升街坊自主供应能力", "街坊自主供应能力"),
        ("街坊夜校免费开放有保障", "街坊夜校免费开放"),
        ("夜市的价格怎样才能降下来", "夜市的价格"),
        ("夜市噪声由谁来管", "夜市噪声"),
        ("中国老城守正创新", "中国老城守正创新"),
        ("与时俱进完善街坊公约", "完善街坊公约"),
        ("建设宜居韧性的河边步道体系", "河边步道体系"),
    ],
)
def test_a_name_is_what_the_lead_is_about(core, name):
    assert names([core]) == [name]


def test_praise_before_the_head_goes_and_what_tells_which_stays():
    assert names(["树立正确的街区理念"]) == ["街区理念"]
    assert names(["天人合一的街区理念"]) == ["天人合一的街区理念"]


def test_what_is_left_behind_a_modifier_keeps_it():
    leads = ["做老街的讲述者", "做老街的守护者", "做老街的修补者"]
    assert names(leads) == ["老街的讲述者", "老街的守护者", "老街的修补者"]


def test_an_adjective_that_is_demanded_leaves_the_name_to_its_noun():
    assert names(["改造的规矩要清", "改造的账目要明"]) == ["改造的规矩", "改造的账目"]


def test_a_verb_of_one_sign_belongs_to_what_differs():
    assert names(["希望大家做有耐心的人", "希望大家做有手艺的人"]) == ["有耐心的人", "有手艺的人"]


def test_the_head_of_a_compound_is_not_parted_from_it():
    assert names(["街坊议事制度健全", "街坊议事工作发展"])[1] == "街坊议事工作发展"


def test_what_is_demanded_again_keeps_its_subject():
    assert names(["认识要再深化", "服务要再提升"]) == ["认识再深化", "服务再提升"]


@pytest.mark.parametrize(
    ("core", "name"),
    [
        ("巷口的报亭不能拆", "巷口的报亭"),
        ("街道要把桥头的路灯修好", "桥头的路灯"),
        ("应当把摆渡的规矩讲清楚", "摆渡的规矩"),
    ],
)
def test_what_must_stay_or_be_seen_to_is_the_point(core, name):
    assert names([core]) == [name]


def test_a_ban_with_more_to_say_is_left_whole():
    assert names(["修桥的钱不能挪作他用"]) != ["修桥的钱"]
