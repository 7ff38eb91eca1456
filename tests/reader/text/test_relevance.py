"""BM25 with feedback: which sentence comes before which, and why."""

import pytest

from reader.text.relevance import Scored, Statistics, Topic, earned, idf, query, ranked, saturation

OF = Statistics(sentences=100, length=10.0)


def order(weights, held):
    return [one.sentence for one in ranked(weights, held, OF)]


def test_a_rare_term_tells_more_than_a_common_one():
    held = {"绿道": {1: [(0, 1, 10)]}, "城市": {1: [(number, 1, 10) for number in range(1, 30)]}}
    assert order({"绿道": 1, "城市": 1}, held)[0] == 0


def test_two_terms_tell_more_than_one_said_twice():
    held = {"绿道": {1: [(0, 2, 10), (1, 1, 10)]}, "居民": {1: [(1, 1, 10), (2, 1, 10)]}}
    assert order({"绿道": 1, "居民": 1}, held)[0] == 1


def test_of_two_sentences_with_a_term_the_shorter_is_more_about_it():
    assert order({"绿道": 1}, {"绿道": {1: [(0, 1, 40), (1, 1, 8)]}}) == [1, 0]


def test_equal_scores_keep_the_order_of_the_text():
    assert order({"绿道": 1}, {"绿道": {1: [(4, 1, 10), (2, 1, 10)]}}) == [2, 4]


def test_a_sentence_that_only_holds_refused_terms_is_not_suggested():
    assert order({"广告": -1.0}, {"广告": {1: [(0, 1, 10)]}}) == []


def test_a_term_that_every_sentence_holds_still_never_counts_against_one():
    assert idf(200, 100) > 0


def test_repeating_a_term_tells_less_and_less():
    first, second, third = (saturation(times, 10, 10.0) for times in (1, 2, 3))
    assert first < second < third < 2 * second - first + 1e-9


def test_in_one_article_terms_still_tell_as_much_as_in_all():
    held = {"绿道": {1: [(0, 1, 10)], 2: [(0, 1, 10)]}, "城市": {2: [(1, 1, 10)]}}
    weights = {"绿道": 1.0, "城市": 0.1}
    [one] = ranked(weights, held, OF, {1})
    assert one in list(ranked(weights, held, OF))


def test_without_sentences_nothing_is_ranked():
    assert list(ranked({"绿道": 1.0}, {}, Statistics(0, 0.0))) == []


def test_what_terms_gave_adds_up_to_the_score():
    held = {"绿道": {1: [(0, 1, 10)]}, "居民": {1: [(0, 1, 10)]}, "广告": {1: [(0, 1, 10)]}}
    weights = {"绿道": 1.0, "居民": 0.5, "广告": -0.2}
    [one] = ranked(weights, held, OF)
    shares = earned(weights, held, OF, [one])[1, 0]
    assert sum(share for _, share in shares) == pytest.approx(one.score)
    assert [term for term, _ in shares] == ["绿道", "居民", "广告"]


def test_only_what_is_wanted_is_explained():
    held = {"绿道": {1: [(0, 1, 10), (1, 1, 10)]}}
    assert earned({"绿道": 1.0}, held, OF, [Scored(1, 1, 1.0)]).keys() == {(1, 1)}


def test_terms_of_taken_passages_widen_the_query():
    assert query(Topic(["绿道"], [["驿站", "绿道"]]))["驿站"] > 0


def test_a_term_of_most_taken_passages_weighs_more_than_one_of_few():
    weights = query(Topic([], [["驿站", "骑行"], ["驿站"], ["驿站"]]))
    assert weights["驿站"] > weights["骑行"]


def test_a_term_of_refused_passages_counts_against():
    assert query(Topic(["绿道"], [], [["广告", "绿道"]]))["广告"] < 0


def test_the_name_outlives_refusals_of_sentences_that_hold_it():
    assert query(Topic(["绿道"], [], [["绿道"], ["绿道"]]))["绿道"] > 0


def test_a_long_passage_asks_for_no_more_than_its_most_telling_terms():
    assert len(query(Topic(["绿道"], [[f"词{number}" for number in range(500)]]))) <= 41
