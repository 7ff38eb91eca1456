"""The terms that sentences are found by."""

from reader.text.postings import indexed, packed_spans, places, postings, sentences_in, spans, terms
from reader.text.segmentation import boundaries, lengths

TEXT = "街区改造要听居民的。\n小标题\n绿道、绿道，还是绿道！居民点头😀。"


def sentences(text=TEXT, own=(), besides=()):
    return indexed(text, lengths(boundaries(text, own)), own, besides)


def test_every_sentence_knows_where_it_stands():
    assert [TEXT[one.start : one.end] for one in sentences()][::2] == ["街区改造要听居民的。", "绿道、绿道，还是绿道！"]


def test_a_sentence_holds_the_words_that_say_something():
    assert {"改造", "居民"} <= set(sentences()[0].terms)
    assert "的" not in sentences()[0].terms


def test_a_stretch_besides_holds_no_sentence():
    start = TEXT.index("小标题")
    assert "小标题" not in [TEXT[one.start : one.end] for one in sentences(besides=[(start, start + 3)])]


def test_a_long_word_is_found_by_the_words_in_it():
    assert {"高质量发展", "质量", "发展"} <= set(terms("高质量发展"))


def test_a_term_of_the_project_is_found_whole_whatever_signs_it_has():
    assert "“双碳”" in terms("落实“双碳”目标", ["“双碳”"])


def test_latin_words_are_found_in_any_case():
    assert terms("GDP") == terms("gdp") == ["gdp"]


def test_a_long_run_of_letters_is_no_term():
    assert terms("a" * 400) == []


def test_nothing_has_no_terms():
    assert terms("") == sentences("") == []


def test_spans_come_back_as_they_were_packed():
    found = sentences()
    assert spans(packed_spans(found)) == [(one.start, one.end) for one in found]


def test_a_posting_tells_sentence_times_and_length():
    found = sentences()
    length = len(found[2].terms)
    assert list(places(postings(found)["绿道"])) == [(2, 3, length)]


def test_a_posting_tells_in_how_many_sentences_its_term_is():
    assert sentences_in(postings(sentences())["居民"]) == 2
