"""Words, and a project's own terms over them."""

import tracemalloc

import pytest

from reader.text.segmentation import RUN, boundaries, lengths, words

TERMS = ["慢行优先", "邻里共商"]


def test_joined_words_are_the_text():
    text = "以慢行优先促畅通。\n第二行 English 𠮷😀\n"
    assert "".join(words(text, TERMS)) == text


def test_a_term_is_a_word():
    assert "慢行优先" in words("街区以慢行优先促畅通。", TERMS)


def test_without_the_term_it_is_cut_apart():
    assert "慢行优先" not in words("街区以慢行优先促畅通。")


def test_terms_of_one_project_do_not_reach_another():
    words("街区以慢行优先促畅通。", TERMS)
    assert "慢行优先" not in words("街区以慢行优先促畅通。", ["邻里共商"])
    assert "慢行优先" not in words("街区以慢行优先促畅通。")


def test_a_term_does_not_cut_a_longer_word():
    assert "碳中和" in words("早日碳中和", ["中和"])


def test_a_term_does_not_grow_out_of_two_words():
    assert words("产品和服务", ["和服"]) == ["产品", "和", "服务"]


@pytest.mark.parametrize("term", ["𠮷野家", "“三农”问题", "互联网+", "稳、准", "5G基站"])
def test_a_term_of_odd_characters_is_a_word(term):
    assert term in words(f"本地的{term}也在其中", [term])


def test_a_newline_is_a_word_of_its_own():
    assert words("上\n下", ["上\n下"]) == ["上", "\n", "下"]


@pytest.mark.parametrize("terms", [[""], ["", "\n"], []])
def test_empty_terms_change_nothing(terms):
    assert words("绿道连起街巷", terms) == words("绿道连起街巷")


def test_boundaries_follow_the_terms():
    assert lengths(boundaries("慢行优先", TERMS)) == [4]


def test_a_long_word_counts_as_several():
    assert lengths(boundaries("a" * 40)) == [35, 5]


def test_terms_of_a_project_cost_little_memory():
    """Two hundred terms, where a tokenizer of its own would take about 80 MB."""
    words("先装好词典")
    tracemalloc.start()
    words("各项目自己的词", [f"第{number}号自定词条" for number in range(200)])
    cost = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert cost < 1_000_000


@pytest.mark.parametrize("text", ["的" * 5000, "魑魅魍魉" * 1000, "a1" * 3000, "的" * 499 + "绿道"])
def test_a_run_without_marks_is_cut_whole_and_in_pieces(text):
    """jieba alone takes the square of its length for it."""
    cut = words(text)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= RUN


def test_a_line_is_cut_once_for_each_set_of_terms():
    line = "让绿道连起城市的每一处生活。"
    assert words(line) == words(line)
    assert "连起城市" in words(line, ["连起城市"])
    assert "连起城市" not in words(line)
