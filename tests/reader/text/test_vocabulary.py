"""The official terms."""

from pathlib import Path

import jieba
import pytest

import reader.text.vocabulary as vocabulary
from reader.text.segmentation import words
from reader.text.vocabulary import CATEGORIES, TERMS


def test_terms_are_sorted_and_no_term_stands_twice():
    lines = Path(vocabulary.__file__).with_name("terms.tsv").read_text(encoding="utf-8").splitlines()
    terms = [line.split("\t")[0] for line in lines]
    assert terms == sorted(set(terms))


def test_every_term_has_a_category():
    assert all(CATEGORIES[term].strip() for term in TERMS)


def test_no_term_is_a_word_without_the_vocabulary():
    plain = jieba.Tokenizer()
    plain.initialize()
    assert [term for term in TERMS if plain.lcut(term) == [term]] == []


@pytest.mark.parametrize("term", ["都市圈", "多规合一", "高质量发展", "新质生产力", "党的二十大", "功能协同"])
def test_an_official_term_is_one_word_in_a_sentence(term):
    assert term in words(f"各地围绕{term}作出安排。")


def test_a_neighbour_keeps_its_characters():
    assert words("他是城市管理者")[-1] == "城市管理者"
