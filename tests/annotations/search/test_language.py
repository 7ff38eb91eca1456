"""What is typed, read as a query."""

import pytest

from annotations.search.language import (
    Both,
    Either,
    Field,
    Gap,
    Not,
    Refused,
    Term,
    fields,
    literal,
    parse,
    shown,
    terms,
)


def asked(typed):
    return parse(typed).root


CITY, TOWN, FIELD = Term(("城市",)), Term(("乡镇",)), Term(("田野",))


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("城市", CITY),
        ("城市 乡镇", Both((CITY, TOWN))),
        ("城市|乡镇", Either((CITY, TOWN))),
        ("城市｜乡镇　田野", Both((Either((CITY, TOWN)), FIELD))),
        ("田野 -城市|乡镇", Both((FIELD, Either((Not(CITY), TOWN))))),
        ("田野 -(城市|乡镇)", Both((FIELD, Not(Either((CITY, TOWN)))))),
        ("（城市 乡镇）|田野", Either((Both((CITY, TOWN)), FIELD))),
        ("“城市 乡镇|”", literal("城市 乡镇|")),
        ("以*促*新", Term(("以", "促", "新"), (Gap(0, 10), Gap(0, 10)))),
        ("以*促*", Term(("以", "促"), (Gap(0, 10),))),
        ("*促", Term(("促",))),
        ("到20??年", Term(("到20??年",))),
        ("城市$5乡镇", Term(("城市", "乡镇"), (Gap(0, 5),))),
        ("城市＃［2-5］乡镇", Term(("城市", "乡镇"), (Gap(2, 5, either=True),))),
        ("城市+3乡镇", Term(("城市", "乡镇"), (Gap(3, 3),))),
        ("来源：“光明 日报” 城市", Both((Field("source", "光明 日报", literal("光明 日报"), whole=True), CITY))),
        ('来源:"“学习”平台"', Field("source", "“学习”平台", literal("“学习”平台"), whole=True)),
        ("主题:治理", Field("theme", "治理", literal("治理"))),
        ("城鎮化", Term(("城镇化",))),
        ("C++", Term(("c++",))),
        ("A-B", Term(("a-b",))),
    ],
)
def test_it_is_read(typed, root):
    assert asked(typed) == root and not parse(typed).literally


@pytest.mark.parametrize(
    "typed", ["国发(2024)1号", "(城市", "城市|", '"城市', "*", "??", "城市$99乡镇", "城市$[5-2]乡镇", ")"]
)
def test_what_is_no_query_is_taken_literally_and_says_so(typed):
    query = parse(typed)
    assert query.literally and query.root == literal(typed)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("  　", "empty"),
        ("-城市", "only_not"),
        ("-城市|乡镇", "only_not"),
        ("城" * 201, "long"),
        (" ".join("城市" for _ in range(21)), "many"),
    ],
)
def test_what_is_not_answered_says_why(typed, reason):
    with pytest.raises(Refused) as refused:
        parse(typed)
    assert refused.value.reason == reason


def test_terms_under_not_are_looked_up_and_not_shown():
    root = asked("城市 -乡镇 来源:甲")
    assert terms(root) == [CITY, TOWN] and shown(root) == [CITY]
    assert [field.name for field in fields(root)] == ["source"]
