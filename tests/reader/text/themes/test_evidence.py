"""Each signal, for or against."""

import pytest

from reader.text.themes.evidence import SIGNALS, Case, weigh
from reader.text.themes.leads import Lead
from reader.text.themes.setting import Setting

SETTING = Setting("街巷更新", first=0, last=9, announced=99, headings=0, series=frozenset(), repeated=frozenset())
PLAIN = "那条巷子安安静静地躺在河边从早到晚都没有什么人经过"


def case(core, *, setting=SETTING, kind="opening", rest=100, paragraph=5, mark="", text="", **others):
    lead = Lead(paragraph, text or core + "。", core, mark, kind, rest, len(core) + 1)
    return Case(lead, setting, **others)


def of(**changes):
    return Setting(**{name: getattr(SETTING, name) for name in SETTING.__dataclass_fields__} | changes)


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


def test_a_sentence_without_signs_is_not_likely():
    assert weigh(case(PLAIN)) < 0.5


def test_the_sum_stays_below_one():
    assert weigh(case("完善公共设施是街巷更新的前提", affinity=1.0, members=5, mark="一是")) <= 0.97


def test_a_last_paragraph_as_alike_as_the_others_is_held_against_it_less():
    alike, less = (case("甲", paragraph=9, affinity=0.9, members=3, bond=bond) for bond in (1.0, 0.5))
    assert weigh(alike) > weigh(less)
