"""Each signal, for or against."""

import pytest

from reader.text.themes.evidence import SIGNALS, Case, is_plain_telling, weigh
from reader.text.themes.leads import Lead, clause_lead
from reader.text.themes.setting import Setting

SETTING = Setting("街巷更新", first=0, last=9, announced=99, headings=0, series=frozenset(), repeated=frozenset())
PLAIN = "那条巷子安安静静地躺在河边从早到晚都没有什么人经过"


def case(core, *, setting=SETTING, kind="opening", rest=100, paragraph=5, mark="", text="", **others):
    lead = Lead(paragraph, text or core + "。", core, mark, kind, rest, len(core) + 1)
    return Case(lead, setting, **others)


def of(**changes):
    return Setting(**{name: getattr(SETTING, name) for name in SETTING.__dataclass_fields__} | changes)


def lead_of(text):
    return clause_lead(1, text, 90)


SHOWN = {
    "parallel": case("甲", affinity=1.0),
    "members": case("甲", members=4),
    "role": case("老手艺是街区的灵魂"),
    "modal": case("街区需要步道"),
    "verb": case("完善公共设施"),
    "ordinal": case("勤看", mark="一是"),
    "heading": case("步道通到家门口", kind="heading", text="步道通到家门口", setting=of(headings=2)),
    "announced": case("甲", setting=of(announced=2)),
    "series": case("甲", setting=of(series=frozenset({5}))),
    "outside": case("甲", outside=True),
    "short": case("短句"),
    "developed": case("甲", rest=200),
    "title": case("更新不能等"),
    "descriptive": case("步道是老城更新的重要抓手"),
    "loose": case("老城的河水从早到晚慢慢流过青石板", members=2),
    "plain": case(PLAIN),
    "first paragraph": case("甲", paragraph=0),
    "last paragraph": case("甲", paragraph=9),
    "example": case("例如东巷"),
    "figures": case("步道长达1200米"),
    "speaker": case("李明", text="李明表示，步道修好了。"),
    "narration": case("近年来步道多了"),
    "inner": case("甲", kind="inner"),
    "self": case("本文谈的是街巷"),
    "question": case("谁来修", text="谁来修？"),
    "long": case("很长的句子" * 10),
    "bare": case("甲", rest=3),
    "repeated": case("甲", setting=of(repeated=frozenset({"甲"}))),
}


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_the_signal_is_there_where_it_is_shown(signal):
    assert signal.weigh(SHOWN[signal.name]) > 0


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_each_signal_has_its_reason(signal):
    assert signal.reason and signal.weight


def test_three_descriptions_in_a_row_are_theses():
    alone, three = (case("步道是老城更新的重要抓手", in_a_row=number) for number in (1, 3))
    assert weigh(three) > weigh(alone)


@pytest.mark.parametrize("core", ["步道必须修好才走得远也走得稳", "修缮老屋是守住老城的一条出路"])
def test_two_of_one_topic_that_claim_something_are_not_loose(core):
    loose = next(signal for signal in SIGNALS if signal.name == "loose")
    assert loose.weigh(case("必须" + core, members=2)) == 0


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("李明表示，步道修好了。", True),
        ("《方案》提出，要修好步道。", False),
        ("意见明确，支持老店传承。", False),
        ("例如东巷。", True),
        ("谁来修？", True),
        ("修好步道。", False),
        ("沿街步道，连起两岸。", False),
    ],
)
def test_what_is_told_makes_no_point(text, telling):
    assert is_plain_telling(lead_of(text)) == telling


def test_a_sentence_without_signs_is_not_likely():
    assert weigh(case(PLAIN)) < 0.5


def test_the_sum_stays_below_one():
    assert weigh(case("完善公共设施是街巷更新的前提", affinity=1.0, members=5, mark="一是")) <= 0.97


def test_a_last_paragraph_as_alike_as_the_others_is_held_against_it_less():
    alike, less = (case("甲", paragraph=9, affinity=0.9, members=3, bond=bond) for bond in (1.0, 0.5))
    assert weigh(alike) > weigh(less)
