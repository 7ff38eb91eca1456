import pytest

from annotations.models import Theme
from annotations.themes.nearness import OFFERED, near


def theme(number, name, **fields):
    return Theme(pk=number, name=name, **fields)


@pytest.mark.parametrize(
    ("name", "themes", "nearest"),
    [
        ("慢行", [theme(1, "慢行街巷"), theme(2, "慢行")], [2, 1]),
        ("步行", [theme(1, "慢行优先", keywords=["步行"]), theme(2, "步道行人")], [1, 2]),
        ("产业协同", [theme(1, "空间协同"), theme(2, "产业协作")], [2, 1]),
        ("产业协同", [theme(1, "生态修复")], []),
        ("产业协同", [theme(1, "产业协同", archived="2026-01-01")], []),
        ("𠮷", [theme(1, "𠮷")], [1]),
    ],
)
def test_name_then_keyword_then_shared_characters(name, themes, nearest):
    assert near(name, themes) == nearest


def test_a_few_are_offered():
    assert len(near("协同", [theme(number, f"协同{number}") for number in range(1, 20)])) == OFFERED
