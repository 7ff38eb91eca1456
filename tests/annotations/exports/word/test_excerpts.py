import io
from dataclasses import replace

import docx

from annotations.exports.word import excerpts


def opened(document):
    output = io.BytesIO()
    excerpts.write(document, output)
    output.seek(0)
    return docx.Document(output)


def text(document):
    return "\n".join(paragraph.text for paragraph in opened(document).paragraphs)


def test_every_quote_and_note_is_there(project):
    shown = text(project)
    for article in project.articles:
        for mark in article.highlights:
            assert all(line in shown for line in (mark.exact + "\n" + mark.note).splitlines())


def test_the_articles_texts_and_comments_are_not(project):
    assert "建好是起点" not in text(project)
    assert list(opened(project).comments) == []


def test_the_sources_are_listed(project):
    assert "[2]\t绿道进家门[EB/OL]" in text(project)


def test_an_articles_quotes_have_a_title(single):
    assert opened(single).paragraphs[0].text == "让绿道连成网"


def test_no_link_leads_to_a_text_that_is_not_there(project):
    anchors = opened(project).element.body.xpath(".//w:hyperlink[@w:anchor]")
    assert anchors == []


def test_nothing_marked_says_so(project):
    assert "还没有圈点。" in text(replace(project, articles=()))
