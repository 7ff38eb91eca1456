import pytest

from reader.text.pinyin import syllables


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
