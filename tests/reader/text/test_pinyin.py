import pytest

from reader.text.pinyin import reading, sounds_like, syllables


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("新质生产力", "xin zhi sheng chan li"),
        ("绿色", "lu/lv se/shai"),
        ("5G 应用", "5g ying yong"),
        ("AI+制造", "ai+ zhi cao/zao"),
        ("Green", "green"),
        ("", ""),
        ("🙂", "🙂"),
    ],
)
def test_syllables(name, expected):
    assert syllables(name) == expected


def test_all_readings_of_a_character_are_told():
    assert {"chong", "zhong"} <= set(syllables("重").split("/"))


@pytest.mark.parametrize("typed", ["lvdaozhili", "ldzl", "lvdzl", "ludao", "l", "lvdaozh"])
def test_a_name_is_found_by_its_sounds(typed):
    assert sounds_like("绿道治理", typed)


@pytest.mark.parametrize("typed", ["daozhi", "lvdaozhilia", "lzd"])
def test_other_sounds_do_not_find_it(typed):
    assert not sounds_like("绿道治理", typed)


def test_a_sign_is_sorted_by_its_commonest_reading():
    assert [reading(sign) for sign in "治长A，"] == ["zhi4", "zhang3", "A", "，"]
