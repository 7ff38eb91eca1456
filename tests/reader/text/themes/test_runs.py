"""Short sentences that open paragraph after paragraph."""

from reader.text.themes import derive
from reader.text.themes.leads import leads
from reader.text.themes.runs import beside, longest, runs

BODY = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。"
LONG = "那条巷子安安静静地躺在河边，从早到晚都没有什么人经过，直到修路的人来了，声音才慢慢多起来，" + BODY


def found(*said, skipped=frozenset()):
    return [[lead.paragraph for lead in run] for run in runs(leads([one + BODY for one in said]), skipped)]


def test_measures_in_a_row():
    assert found("完善步道。", "引导居民参与议事。", "建立长效的管护机制。") == [[0, 1, 2]]


def test_demands_in_a_row():
    assert found("步道要“平”。", "灯光要柔和一些。", "花草应常换。") == [[0, 1, 2]]


def test_slots_of_one_shape():
    assert found("亲水化。", "林荫化。", "无障碍化。") == [[0, 1, 2]]


def test_two_are_chance():
    assert found("完善步道。", "引导居民参与。") == []


def test_a_long_sentence_parts_a_run():
    texts = [*(one + BODY for one in ("完善步道。", "引导居民参与。")), LONG, "建立长效机制。" + BODY]
    assert runs(leads(texts)) == []


def test_a_skipped_paragraph_does_not():
    texts = ["完善步道。" + BODY, "（图为步道）", "引导居民参与。" + BODY, "建立长效机制。" + BODY]
    assert [lead.paragraph for lead in runs(leads(texts, {1}), {1})[0]] == [0, 2, 3]


def test_what_is_told_is_no_run():
    assert found("李明表示，完善步道。", "王芳认为，引导参与。", "张三指出，建立机制。") == []


def test_a_sentence_that_comes_back_is_a_refrain():
    assert found("完善步道。", "完善步道。", "完善步道。") == []


def test_what_looks_ahead_comes_first():
    ahead = leads([one + BODY for one in ("完善步道。", "引导参与。", "建立机制。")])
    done = leads([one + BODY for one in ("步道明显增加。", "书店持续增加。", "来客显著增长。", "灯光稳步改善。")])
    assert longest([done, ahead]) == ahead


def test_a_measure_beside_a_group_of_measures_joins_it():
    opened = leads([one + BODY for one in ("完善步道的设施。", "完善书店的设施。", "引导居民参与。", "河水流过石桥。")])
    assert [lead.paragraph for lead in beside(opened, opened[:2], (-1, 9))] == [2]


def test_the_paragraph_that_closes_the_text_does_not():
    opened = leads([one + BODY for one in ("完善步道的设施。", "完善书店的设施。", "引导居民参与。")])
    assert beside(opened, opened[:2], (-1, 2)) == []


def test_a_document_that_demands_is_heard():
    said = ("《方案》提出，要修好步道。", "《方案》明确，要开好书店。", "《方案》要求，要引导居民议事。")
    themes = derive("老城", [LONG, *(one + BODY for one in said), LONG])
    assert [(theme.paragraph, theme.reason.code) for theme in themes] == [(1, "run"), (2, "run"), (3, "run")]
