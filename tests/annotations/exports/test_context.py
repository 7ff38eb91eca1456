from annotations.exports.context import context, heading_path

ROWS = (
    ("heading", "一、总论", 1),
    ("heading", "（一）起因", 2),
    ("paragraph", "起因在此。🚲与𠮷祥里都要说。", 0),
    ("heading", "（二）经过", 2),
    ("heading", "1. 头一年", 3),
    ("paragraph", "经过在此。", 0),
    ("heading", "二、结论", 1),
    ("paragraph", "结论在此。", 0),
)


def test_a_mark_is_shown_in_its_sentence(build):
    article = build.article(ROWS)
    assert context(article, build.mark(article, "𠮷祥里", 1)) == ("🚲与", "𠮷祥里", "都要说。")


def test_a_mark_over_two_paragraphs_is_shown_in_both(build):
    article = build.article(ROWS)
    before, exact, after = context(article, build.mark(article, "在此。\n二、结", 1))
    assert (before, exact, after) == ("经过", "在此。\n二、结", "论")


def test_the_headings_over_a_paragraph_are_those_it_hangs_under(build):
    article = build.article(ROWS)
    assert heading_path(article, build.mark(article, "起因在此", 1)) == ("一、总论", "（一）起因")
    assert heading_path(article, build.mark(article, "经过在此", 1)) == ("一、总论", "（二）经过", "1. 头一年")
    assert heading_path(article, build.mark(article, "结论在此", 1)) == ("二、结论",)


def test_a_heading_hangs_under_those_above_it(build):
    article = build.article(ROWS)
    assert heading_path(article, build.mark(article, "头一年", 1)) == ("一、总论", "（二）经过")
    assert heading_path(article, build.mark(article, "总论", 1)) == ()


def test_a_text_without_headings_has_none(build):
    article = build.article((("paragraph", "只有一段。", 0),))
    assert heading_path(article, build.mark(article, "一段", 1)) == ()
