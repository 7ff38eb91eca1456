"""Quotes under their themes: none dropped, parents before children, the untagged last."""

from annotations.exports.grouping import UNTAGGED, quotes, sections


def test_every_highlight_is_listed_under_each_of_its_themes(project):
    assert [(section.path[-1], len(section.quotes)) for section in sections(project)] == [
        ("绿道建设", 0),
        ("规划连片", 2),
        ("建管同步", 1),
        ("民生", 2),
        (UNTAGGED, 1),
    ]


def test_no_highlight_is_dropped(project):
    listed = {quote.highlight.id for section in sections(project) for quote in section.quotes}
    assert listed == {mark.id for article in project.articles for mark in article.highlights}


def test_there_is_no_untagged_section_without_untagged_quotes(build, project):
    article = build.article()
    document = build.single(article)
    assert sections(document) == []


def test_a_quote_knows_its_paragraph(project):
    assert [quote.paragraph for quote in quotes(project)] == [2, 3, 3, 3, 2]


def test_same_names_under_different_parents_stay_apart(build):
    from dataclasses import replace

    from annotations.exports.document import Theme

    document = build.single()
    themes = (
        Theme(1, "甲", ("甲",), 1, "#000000"),
        Theme(2, "人", ("甲", "人"), 1, "#000000"),
        Theme(3, "人", ("乙", "人"), 1, "#000000"),
    )
    article = document.articles[0]
    marks = tuple(replace(mark, themes=(3,)) for mark in article.highlights[:1])
    document = replace(document, themes=themes, articles=(replace(article, highlights=marks),))
    assert [section.path for section in sections(document)] == [("乙",), ("乙", "人")]
