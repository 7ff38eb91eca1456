"""Passages found again after edits, and never at a wrong place: each rule by example, then by generated edits."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.anchoring import CONTEXT, Selector, carry, describe, find, only, tolerated

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "offsets.json").read_text(encoding="utf-8"))
LEADS = [f"以{name}协同推动绿道共建。" for name in ("功能", "空间", "产业", "城乡", "制度")]
BODIES = [
    "绿道的价值在于连通，单独一段再漂亮也难以发挥作用。",
    "老城做加法，新城留余地，各地条件不同，不可一个样子。",
    "建好是起点，管好才是本事，市民的日常是最好的检验。",
    "断头的绿道要接上，河湖与街巷由此串起，出门就是林荫。",
    "钱从哪里来要算明白账，不能一建了之，久久为功方能见效。",
]
ESSAY = "\n".join(lead + body for lead, body in zip(LEADS, BODIES, strict=True))


def carried(old, new, quote, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    return carry([describe(old, start, start + len(quote))], old, new)[0]


def words(anchor, text):
    return text[anchor.place.start : anchor.place.end] if anchor.place else None


@pytest.mark.parametrize(
    ("words", "text", "place"),
    [
        ("走停走", "甲走停走乙", 1),
        ("走停走", "走停走停走", -1),
        ("走停走", "走停", -1),
        ("停", "停走停", -1),
        ("停", "走停", 1),
    ],
)
def test_twins_that_overlap_are_two(words, text, place):
    assert only(words, text) == place


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"])[:20])
def test_code_points_and_utf_16_units_are_those_of_the_vectors(vector):
    text = vector["text"]
    units = [len(text[:place].encode("utf-16-le")) // 2 for place in vector["codepoints"]]
    assert units == vector["utf16"]
    assert vector["codepoints"][-1] == len(text)


def test_a_passage_is_described_by_its_words_and_what_stands_around_them():
    start = ESSAY.index(LEADS[2])
    selector = describe(ESSAY, start, start + len(LEADS[2]))
    assert selector.exact == LEADS[2]
    assert (selector.prefix, len(selector.suffix)) == (ESSAY[start - CONTEXT : start], CONTEXT)


def test_context_ends_with_the_text():
    assert describe("甲乙丙", 1, 2) == Selector("乙", "甲", "丙", 1, 2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_no_stretch_is_no_passage(start, end):
    with pytest.raises(ValueError, match="no stretch of a text of 3 characters"):
        describe("甲乙丙", start, end)


def test_an_unchanged_text_leaves_the_passage_where_it_was():
    anchor = carried(ESSAY, ESSAY, BODIES[1])
    assert (anchor.outcome, words(anchor, ESSAY)) == ("stayed", BODIES[1])


def test_an_insertion_before_it_moves_the_passage():
    new = "编者按：绿道怎么建？\n" + ESSAY
    anchor = carried(ESSAY, new, LEADS[3])
    assert (anchor.outcome, anchor.place.start) == ("moved", new.index(LEADS[3]))


def test_a_paragraph_moved_elsewhere_takes_its_passage_along():
    first, *rest = ESSAY.split("\n")
    new = "\n".join([*rest, first])
    assert words(carried(ESSAY, new, BODIES[0]), new) == BODIES[0]


def test_a_word_exchanged_in_place_changes_the_passage():
    new = ESSAY.replace("绿道的价值在于连通", "绿道的意义在于连通")
    anchor = carried(ESSAY, new, BODIES[0])
    assert (anchor.outcome, anchor.place.errors) == ("changed", 2)
    assert words(anchor, new) == BODIES[0].replace("价值", "意义")


def test_punctuation_folded_throughout_changes_the_passage_only():
    new = ESSAY.translate(str.maketrans("，。", ",."))
    assert words(carried(ESSAY, new, BODIES[3]), new) == BODIES[3].translate(str.maketrans("，。", ",."))


@pytest.mark.parametrize("number", range(5))
def test_a_lead_that_is_gone_is_not_found_in_the_leads_like_it(number):
    new = "\n".join(line for line in ESSAY.split("\n") if not line.startswith(LEADS[number]))
    anchor = carried(ESSAY, new, LEADS[number])
    assert (anchor.outcome, anchor.place) == ("orphaned", None)


def test_a_sentence_that_is_gone_is_not_found_in_its_twin():
    refrain = "群众满意不满意是标准。"
    old = "\n".join(body + refrain for body in BODIES)
    new = old.replace(BODIES[1] + refrain, BODIES[1])
    anchor = carried(old, new, refrain, nth=1)
    assert anchor.outcome == "orphaned"
    assert anchor.candidates[0].errors == 0


def test_a_sentence_that_took_its_twins_place_is_known_by_its_own_context():
    """The differences pair its words with those of the sentence that stood there before."""
    refrain = "群众满意不满意是标准"
    own = f"社区里的驿站该由谁来出钱又由谁来照看才能够长久，{refrain}，账目要按月张榜让出过力的人都看得见。"
    old = f"桥头的集市搬走以后，{refrain}，摊贩各有去处。{''.join(BODIES)}{own}"
    new = own + "".join(BODIES)
    assert carried(old, new, refrain, nth=1).place.start == new.index(refrain)


def test_the_right_one_of_many_twins_is_kept():
    refrain = "群众满意不满意是标准。"
    old = "\n".join(body + refrain for body in BODIES)
    new = "编者按。\n" + old.replace(BODIES[0] + refrain, BODIES[0])
    anchor = carried(old, new, refrain, nth=3)
    assert anchor.place.start == new.index(BODIES[3]) + len(BODIES[3])


def test_a_passage_rewritten_beyond_a_fifth_is_an_orphan():
    new = ESSAY.replace(BODIES[2], "建设告一段落以后，日常养护跟不上，就会前功尽弃。")
    assert carried(ESSAY, new, BODIES[2]).outcome == "orphaned"


def test_an_orphan_lists_the_likeliest_places_best_first():
    refrain = "群众满意不满意是标准。"
    old = "\n".join(body + refrain for body in BODIES)
    new = old.replace(BODIES[1] + refrain, BODIES[1])
    scores = [candidate.score for candidate in carried(old, new, refrain, nth=1).candidates]
    assert len(scores) == 4
    assert scores == sorted(scores, reverse=True)


def test_a_passage_of_one_letter_is_not_attached_to_another_letter():
    assert carried("甲乙丙丁戊", "甲乙改丁戊", "丙").outcome == "orphaned"


def test_the_old_words_do_not_stand_where_the_selector_says():
    selector = Selector(BODIES[4], "", "", 3, 3 + len(BODIES[4]))
    assert words(carry([selector], ESSAY, ESSAY)[0], ESSAY) == BODIES[4]


def test_many_passages_are_answered_in_the_order_asked():
    selectors = [describe(ESSAY, ESSAY.index(body), ESSAY.index(body) + len(body)) for body in reversed(BODIES)]
    new = "前言。" + ESSAY
    assert [words(anchor, new) for anchor in carry(selectors, ESSAY, new)] == BODIES[::-1]


def test_an_import_is_found_by_its_quote_alone():
    anchor = find(Selector(BODIES[2], "", "", 0, len(BODIES[2])), ESSAY)
    assert words(anchor, ESSAY) == BODIES[2]


def test_an_import_of_a_repeated_quote_goes_by_its_context():
    text = "甲处讲绿道，这是关键。乙处讲河湖，这是关键。丙处讲街巷，这是关键。"
    anchor = find(Selector("这是关键", "乙处讲河湖，", "。丙处讲街巷", 0, 4), text)
    assert anchor.place.start == text.index("这是关键。丙")


def test_an_import_of_a_repeated_quote_without_context_is_left_to_the_reader():
    text = "这是关键。" * 3
    anchor = find(Selector("这是关键", "", "", 1, 5), text)
    assert (anchor.place, len(anchor.candidates)) == (None, 3)


def test_an_import_with_offsets_that_hold_needs_no_context():
    text = "这是关键。" * 3
    assert find(Selector("这是关键", "", "", 5, 9), text).place.start == 5


def test_an_import_that_is_found_nowhere_has_no_candidates():
    assert find(Selector("海绵城市建设试点", "", "", 0, 8), ESSAY).candidates == ()


def test_a_candidate_with_its_own_context_outranks_one_with_anothers():
    text = "甲处讲绿道，这是关键。乙处讲河湖，这是关键。"
    own, other = find(Selector("这是关键", "甲处讲绿道，", "。乙处讲河湖", 30, 34), text).candidates
    assert own.score > other.score
    assert own.start < other.start


@pytest.mark.parametrize(("length", "edits"), [(1, 0), (4, 0), (5, 1), (8, 1), (40, 8)])
def test_a_fifth_of_the_quote_may_differ(length, edits):
    assert tolerated("字" * length) == edits


SENTENCES = st.lists(st.sampled_from(LEADS + BODIES), min_size=1, max_size=12)
ADDED = st.text("新增文字，。", max_size=30)


@settings(deadline=None)
@given(SENTENCES, SENTENCES, ADDED, ADDED)
def test_edits_around_a_passage_that_stands_once_leave_it_found(before, after, left, right):
    quote = "唯此一句，别处都没有的话。"
    old = "".join([*before, quote, *after])
    new = left + "".join(before[1:]) + quote + right + "".join(after[:-1])
    assert words(carried(old, new, quote), new) == quote


@settings(deadline=None)
@given(SENTENCES, SENTENCES, ADDED)
def test_a_passage_taken_out_is_attached_nowhere(before, after, added):
    quote = "唯此一句，别处都没有的话。"
    old = "".join([*before, quote, *after])
    assert carried(old, "".join([*before, added, *after]), quote).outcome == "orphaned"


@settings(deadline=None)
@given(SENTENCES, st.data())
def test_a_passage_in_an_unchanged_text_stays(sentences, data):
    text = "".join(sentences)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert carry([describe(text, start, end)], text, text)[0].outcome == "stayed"
