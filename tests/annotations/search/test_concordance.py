"""Lines sorted by what stands beside the hits."""

import pytest

from annotations.search.finding import find
from annotations.search.language import parse
from annotations.search.results import Results
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db

# Behind 网, in order of the sounds: 成 cheng, 连 lian, 曰 yue; the nearest on its left: 建 jian, 入 ru, 织 zhi.
TEXT = "入网连着城。织网成了路。\n\n建网曰通。"


@pytest.fixture
def results(project, owner):
    taken_in(project, owner, "三张网", TEXT)
    return Results(project, find(project, parse("网 -没有的")), reposts=False)


def shown(results, *keys):
    return [
        f"{line.left}[{line.text}]{line.right}" for line in results.lines(results.in_order(keys)) if line.hit.number
    ]


def test_without_keys_lines_stand_as_the_texts_do(results):
    assert shown(results) == ["入[网]连着城。织网成了路。", "入网连着城。织[网]成了路。", "建[网]曰通。"]


@pytest.mark.parametrize(
    ("keys", "order"),
    [(["R1"], "成连曰"), (["L1"], "曰连成"), (["R2"], "曰成连"), (["r1"], "成连曰"), (["hit", "L1"], "曰连成")],
)
def test_keys_go_by_sound_the_nearest_first(results, keys, order):
    # R2 compares 了 le, 着 zhao, 通 tong.
    if keys == ["R2"]:
        order = "成曰连"
    assert [line.partition("]")[2][0] for line in shown(results, *keys)] == list(order)


def test_a_context_ends_where_its_paragraph_does(results):
    assert all("\n" not in line for line in shown(results))


def test_the_same_lines_always_come_in_the_same_order(results):
    assert shown(results, "source") == shown(results, "source", "date") == shown(results)


def test_words_are_counted_as_the_text_is_cut(project, owner):
    taken_in(project, owner, "词", "推进绿色发展。坚持改革创新发展。")
    results = Results(project, find(project, parse("发展")), reposts=False)
    lefts = [line.left for line in results.lines(results.in_order(["l1"]))]
    assert lefts == ["推进绿色发展。坚持改革创新", "推进绿色"]
