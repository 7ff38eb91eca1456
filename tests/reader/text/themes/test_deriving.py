"""From a text to its themes, on sentences written for it."""

from pathlib import Path

import pytest

from reader.extraction import extract
from reader.text.themes import SENTENCES, Reason, derive

BODY = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上，把道理讲得明明白白。" * 2
OPENING = "一座小城的变化，往往从一条街开始，人们在这里走路、说话、买菜、等车，也在这里变老，路好不好走，人最清楚。"
CLOSING = "街巷的事说到底是人的事，把小事一件一件做下去，日子就会慢慢好起来，这座城也会慢慢好起来，大家都看得到。"


def essay(*leads, closing=CLOSING):
    return [OPENING, *(lead + BODY for lead in leads), closing]


def themes(*leads, title="让街巷连起生活"):
    return [(found.name, found.paragraph) for found in derive(title, essay(*leads))]


def likely(found):
    return [theme for theme in found if theme.score >= 0.5]


def test_a_frame_of_preposition_and_hinge():
    leads = ("以慢行优先促畅通。", "以小微更新促活力。", "以邻里共商促长久。")
    assert themes(*leads) == [("慢行优先", 1), ("小微更新", 2), ("邻里共商", 3)]


def test_two_members_are_enough_for_a_strong_frame():
    leads = ("管好背街小巷，需要完善公共设施。", "管好背街小巷，需要引导居民参与。")
    assert themes(*leads) == [("完善公共设施", 1), ("引导居民参与", 2)]


def test_the_frame_may_stand_after_the_comma():
    leads = ("在老屋修缮上下功夫，实现空间更新。", "在邻里议事上想办法，实现机制更新。")
    assert [name for name, _ in themes(*leads)] == ["空间更新", "机制更新"]


def test_members_need_not_follow_each_other():
    texts = essay("盘活旧厂房是街区更新的前提。", "留住老手艺是街区更新的关键。")
    texts.insert(2, "去年冬天下过一场大雪，巷口的老槐树折了一根枝，修车铺的师傅把它锯成几张小板凳，放在门口歇脚。")
    assert [found.paragraph for found in derive("", texts)] == [1, 3]


def test_one_topic_with_several_predicates_is_named_by_these():
    leads = ("修好步道，有利于改善出行体验。", "修好步道，有利于带动沿街商铺。")
    assert [name for name, _ in themes(*leads)] == ["改善出行体验", "带动沿街商铺"]


def test_a_demand_whose_verb_says_nothing_alone_keeps_its_subject():
    leads = ("更新老街，观念要转变。", "更新老街，规划要细化。")
    assert [name for name, _ in themes(*leads)] == ["观念转变", "规划细化"]


def test_a_quoted_term_is_the_name():
    leads = ("老街更新，要以“人的需要”为基础。", "老街更新，要以“步行空间”为依托。")
    assert [name for name, _ in themes(*leads)] == ["人的需要", "步行空间"]


@pytest.mark.parametrize(
    ("leads", "names"),
    [
        (("街巷更新，坚持问需于民。", "街巷更新，坚持问计于民。"), ["问需于民", "问计于民"]),
        (("老街更新之一，修好排水管网。", "老街更新之二，腾出步行空间。"), ["修好排水管网", "腾出步行空间"]),
        (("宜居街巷首先应该是安全的街巷。", "宜居街巷还应该是方便的街巷。"), ["安全的街巷", "方便的街巷"]),
        (("①街巷访谈法。", "②街巷观察法。"), ["街巷访谈法", "街巷观察法"]),
    ],
)
def test_a_name_is_whole_and_holds_no_number(leads, names):
    assert [name for name, _ in themes(*leads)] == names


def test_ordinals_lead_points():
    leads = ("一是要勤看，多走几条巷子。", "二是要多问，听听老住户的话。", "三是要细算，钱花在刀刃上。")
    assert [paragraph for _, paragraph in themes(*leads)] == [1, 2, 3]


def test_lines_of_their_own_are_headings():
    texts = [OPENING, "步道修到家门口", BODY, "旧厂房变成书店", BODY, CLOSING]
    found = derive("老街新事", texts)
    assert [(theme.paragraph, theme.reason.code) for theme in found] == [(1, "headings"), (3, "headings")]


def test_sections_without_a_common_frame():
    leads = ("街区更新必须听取居民意见。", "老手艺是街区的灵魂。", "要让年轻人愿意留下来。")
    found = derive("街区更新", essay(*leads))
    assert [theme.paragraph for theme in found] == [1, 2, 3]
    assert found[1].reason == Reason("role", {"role": "灵魂"})


@pytest.mark.parametrize(
    "leads",
    [("老手艺是街区的灵魂。",), ("老手艺是街区的灵魂。", "河水从桥下流过。", "步道必须修好。")],
    ids=["alone", "apart"],
)
def test_a_thesis_without_a_frame_needs_one_beside_it(leads):
    assert likely(derive("街区更新", essay(*leads))) == []


def test_theses_inside_a_paragraph_are_found_where_no_paragraph_opens_with_one():
    inner = "面对堵点，几家一起想办法，" + BODY + "摸清底数是前提。先数一数有多少户人家。多方出力是保障。谁家都出一点。"
    found = derive("", [OPENING, inner, CLOSING])
    assert [theme.name for theme in found] == ["摸清底数", "多方出力"]


def test_the_lead_is_verbatim_and_in_its_paragraph():
    texts = essay("“学而时习之，不亦说乎”，学规划是基础。", "“行百里者半九十”，守规划是关键。")
    found = derive("", texts)
    assert len(found) == 2
    assert all(theme.lead in texts[theme.paragraph] for theme in found)


@pytest.mark.parametrize(
    "leads",
    [
        ("3月12日，施工队进场。", "4月20日，步道通车。"),
        ("例如东巷，修了一条步道。", "例如西巷，修了一座凉亭。"),
        ("街道办主任李明表示，步道月底通车。", "住在东巷的王芳告诉记者，凉亭也修好了。"),
        ("谁来修这条步道呢？", "谁来管这座凉亭呢？"),
        ("联系电话：5550123。", "联系电话：5550456。"),
    ],
    ids=["dates", "examples", "speakers", "questions", "figures"],
)
def test_what_only_looks_parallel_is_none(leads):
    assert likely(derive("", essay(*leads))) == []


def test_a_line_that_repeats_the_title_is_none():
    texts = [OPENING, "让街巷连起生活", *essay("以慢行优先促畅通。", "以小微更新促活力。")[1:]]
    assert [theme.paragraph for theme in derive("让街巷连起生活", texts)] == [2, 3]


def test_opening_and_closing_are_no_themes():
    assert [theme.paragraph for theme in derive("", essay("步道要修好。", "凉亭要守好。", closing=CLOSING))] == [1, 2]


def test_the_reason_names_the_other_paragraphs_and_the_frame():
    found = derive("", essay("以功能协同促发展。", "以空间协同促集聚。", "以产业协同促高效。"))
    assert str(found[0].reason) == "与第3、4段同为“以…协同促…”。"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_reason_is_a_sentence(code):
    given = {
        "paragraphs": "2",
        "frame": "以…促…",
        "role": "关键",
        "mark": "首先",
        "first": "一是",
        "last": "三是",
        "term": "步道",
        "count": 3,
    }
    assert str(Reason(code, given)).endswith("。")


@pytest.mark.parametrize(
    "paragraphs",
    [[], [""], ["。"], ["好"], ["  "], ["只有这一段，说了一件事。"], ["\n"], ["“”。"], ["要。要。"]],
    ids=repr,
)
def test_texts_without_anything_have_no_themes(paragraphs):
    assert derive("", paragraphs) == []


def test_english_is_left_alone():
    assert [
        found for found in derive("Plan", ["We build roads. More.", "They went home. So on."]) if found.score >= 0.5
    ] == []


def test_rare_characters_and_emoji_are_kept():
    found = derive("", essay("以𠮷野优先促😀畅通。", "以小微更新促😀活力。"))
    assert [theme.name for theme in found] == ["𠮷野优先", "小微更新"]


def test_names_have_two_to_twelve_characters():
    leads = ("要把" + "很长的" * 10 + "事情做好。", "要把" + "更长的" * 10 + "事情做完。")
    assert all(2 <= len(name) <= 12 for name, _ in themes(*leads))


def test_many_paragraphs_of_one_frame_are_a_list():
    paragraphs = [f"以第{number}项办法促畅通。让出一米，行人就从容。" for number in range(10_000)]
    assert likely(derive("", paragraphs)) == []


def test_the_owners_page_keeps_its_five_themes():
    page = Path(__file__).resolve().parents[5] / "shared" / "seed" / "gmw_city_clusters.txt"
    if not page.exists():
        pytest.skip("the owner's page lies beside the project, and is not here")
    article = extract(page.read_bytes())
    found = derive(article.title, [block.text for block in article.blocks])
    assert [(theme.name, theme.paragraph) for theme in found] == [
        ("功能协同", 3),
        ("空间协同", 4),
        ("产业协同", 5),
        ("城乡协同", 6),
        ("制度协同", 7),
    ]


def test_epithets_before_the_role_do_not_part_a_group():
    leads = ("邻里共商是街区更新的根本保证。", "慢行优先是街区更新的内生动力。", "小店回归是街区更新的坚实基础。")
    assert [place for _, place in themes(*leads)] == [1, 2, 3]


def test_measures_in_a_row_come_before_what_is_called_the_key_beside_them():
    texts = essay("推进慢行步道建设。", "完善街坊议事办法。", "盘活沿街闲置厂房。")
    texts[0] = "街区更新是城市生活的底色。" + BODY
    assert [found.paragraph for found in likely(derive("街区更新", texts))] == [1, 2, 3]


def test_a_reason_counts_in_words():
    assert str(Reason("headings", {"count": 5})) == "全文有五个小标题，这是其中之一。"
    said = Reason("ordinals", {"first": "一是", "last": "五是", "count": 5})
    assert str(said) == "“一是…五是”，共五点，这是其中之一。"
