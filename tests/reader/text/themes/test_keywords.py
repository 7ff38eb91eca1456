"""Characteristic terms, where no lead states a theme."""

from reader.text.themes import derive
from reader.text.themes.keywords import keywords, rarities_of

TEXT = [
    "那年春天河边的步道还没有修，赶集的人沿着田埂走，鞋底沾满了泥，孩子们在后面追着跑。",
    "后来村里商量修步道，有人出石头，有人出力气，老木匠画了张图，说步道要绕开那棵皂荚树。",
    "皂荚树下常坐着几个老人，他们不急，说路慢慢修，树不能动，皂荚树比村里谁的岁数都大。",
    "秋天步道修到了渡口，摆渡的人少了一半生意，却在步道边支起茶摊，过路的人都坐一坐。",
    "如今皂荚树还在，茶摊也还在，来走步道的人多了，茶摊的长凳又添了两条，老木匠坐在那里，看人家在他画的步道上走，一看就是一个下午。",
]


def test_they_are_marked_and_stay_below_likely():
    found = derive("河边", TEXT)
    assert {theme.reason.code for theme in found} == {"keyword"}
    assert all(0 < theme.score < 0.5 for theme in found)


def test_the_terms_said_most_come_first():
    assert {"步道", "茶摊"} <= {theme.name for theme in keywords("河边", TEXT)}


def test_there_are_five_at_most():
    assert len(keywords("", [" ".join(TEXT)] * 5)) == 5


def test_the_lead_is_the_first_sentence_that_says_it():
    found = next(theme for theme in keywords("", TEXT) if theme.name == "步道")
    assert (found.paragraph, found.lead) == (0, TEXT[0])


def test_the_count_is_in_the_reason():
    found = next(theme for theme in keywords("", TEXT) if theme.name == "步道")
    assert found.reason.parameters == {"term": "步道", "count": "".join(TEXT).count("步道")}


def test_a_term_that_all_articles_hold_says_nothing_of_one():
    def everywhere(terms):
        return {term: 0.0 if term == "步道" else 3.0 for term in terms}

    assert "步道" not in {theme.name for theme in keywords("", TEXT, everywhere)}


def test_two_words_that_stand_together_are_one_term():
    text = ["我们试过变量施肥，变量施肥省钱。" * 10, "听说变量施肥也省心，" * 6]
    assert "变量施肥" in {theme.name for theme in keywords("", text)}


def test_a_short_text_has_none():
    assert keywords("", ["步道步道步道。"]) == []


def test_a_text_with_themes_has_no_keywords():
    long = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，步道、步道、步道。" * 3
    found = derive("", ["引子。" + long, "以慢行优先促畅通。" + long, "以小微更新促活力。" + long, "结语。" + long])
    assert "keyword" not in {theme.reason.code for theme in found}


def test_few_articles_cannot_tell_how_rare_a_term_is():
    assert rarities_of(3, {"步道": 3})["步道"] > 0


def test_the_rarer_term_weighs_more():
    rarities = rarities_of(100, {"步道": 2, "城市": 90})
    assert rarities["步道"] > rarities["城市"]
