"""The Word report: opened again, it holds the text, the shades, the comments and the quotes in their places."""

import io
import shutil
import subprocess
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from annotations.exports.colours import wash
from annotations.exports.document import Author, CitationStyle
from annotations.exports.word import report as word_report
from annotations.exports.word.comments import initials


def opened(document):
    output = io.BytesIO()
    word_report.write(document, output)
    output.seek(0)
    return docx.Document(output)


def commented(report):
    """The text each comment's range holds, by comment id, paragraphs joined by newlines."""
    texts, active = {}, []
    for element in report.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            active.append(element.get(qn("w:id")))
            texts[active[-1]] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            active.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:p"):
            texts.update({id: f"{texts[id]}\n" for id in active if texts[id]})
        elif element.tag == qn("w:t"):
            texts.update({id: texts[id] + element.text for id in active})
    assert not active
    return texts


def shades(paragraph):
    return {run.text: run._r.rPr.find(qn("w:shd")).get(qn("w:fill")) for run in paragraph.runs if shaded(run)}


def shaded(run):
    return run._r.rPr is not None and run._r.rPr.find(qn("w:shd")) is not None


def found(report, text):
    return next(paragraph for paragraph in report.paragraphs if text in paragraph.text)


def test_each_comment_lies_over_its_quote(project):
    texts = commented(opened(project))
    marks = [mark for article in project.articles for mark in article.highlights]
    assert sorted(texts.values()) == sorted(mark.exact for mark in marks)


def test_a_comment_tells_themes_note_author_and_time(single):
    comment = next(comment for comment in opened(single).comments if "三百米" in comment.text)
    assert comment.text == "〔民生〕\n“三百米”是指标。\n可与海绵城市比较。"
    assert (comment.author, comment.initials) == ("李编码", "李")
    assert str(comment.timestamp) == "2026-11-20 09:30:00"


def test_a_note_without_themes_is_the_comments_first_line(single):
    assert "跨段" in [comment.text for comment in opened(single).comments]


def test_a_mark_without_theme_and_note_has_no_comment_but_is_shaded_and_quoted(build):
    article = build.article()
    report = opened(build.single(replace(article, highlights=(build.mark(article, "林荫", 1),))))
    assert len(list(report.comments)) == 0
    assert shades(found(report, "绿道穿城而过")).keys() == {"林荫"}
    assert any(paragraph.style.name == "Quote" and paragraph.text == "林荫" for paragraph in report.paragraphs)


def test_an_unsigned_mark_still_has_a_comment_author(build):
    article = build.article()
    report = opened(build.single(replace(article, highlights=(build.mark(article, "林荫", 1, "注", author=" "),))))
    assert [comment.author for comment in report.comments] == ["未署名"]


def test_an_unsigned_quote_leaves_no_gap_among_its_facts(build):
    article = build.article()
    single = build.single(replace(article, highlights=(build.mark(article, "林荫", 1, author=""),)))
    report = opened(replace(single, people=True))
    facts = next(line.text for line in report.paragraphs if line.style.name == "Facts")
    assert facts.startswith("第 2 段 · 2026-11-20 09:30")


def test_a_mark_is_shaded_in_its_themes_colour(single):
    assert shades(found(opened(single), "绿道穿城而过")) == {
        "𠮷祥里的居民说，出门三百米就能走进林荫": wash("#7d4b94")[1:]
    }


def test_overlapping_marks_split_the_run_and_the_inner_ones_colour_lies_on_top(single):
    paragraph = found(opened(single), "以规划连片促成网")
    assert list(shades(paragraph)) == ["以规划连片促成网。", "断头的绿道再美", "，也只是一段风景", "才是市民的日常。"]
    assert [run._r.rPr.find(qn("w:u")) is not None for run in paragraph.runs if shaded(run)] == [
        True,
        True,
        False,
        False,
    ]


def test_the_text_is_the_articles(single):
    report = opened(single)
    body = [paragraph.text for paragraph in report.paragraphs]
    article = single.articles[0]
    place = body.index(article.blocks[0].text)
    assert body[place : place + len(article.blocks)] == [block.text for block in article.blocks]


def test_quotes_stand_under_their_themes(project):
    outline = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(project).paragraphs
        if paragraph.style.name in ("heading 2", "heading 3", "Heading 2", "Heading 3", "Quote")
    ]
    start = outline.index(("Heading 2", "绿道建设"))
    assert outline[start:] == [
        ("Heading 2", "绿道建设"),
        ("Heading 3", "规划连片"),
        ("Quote", "以规划连片促成网。断头的绿道再美"),
        ("Quote", "断头的绿道再美，也只是一段风景"),
        ("Heading 3", "建管同步"),
        ("Quote", "以规划连片促成网。断头的绿道再美"),
        ("Heading 2", "民生"),
        ("Quote", "𠮷祥里的居民说，出门三百米就能走进林荫"),
        ("Quote", "路修到家门口，心里敞亮"),
        ("Heading 2", "未分主题"),
        ("Quote", "才是市民的日常。"),
        ("Quote", "以建管同步促好用"),
    ]


def test_a_definition_of_two_lines_is_two_paragraphs(project):
    first, *others = project.themes
    report = opened(replace(project, themes=(replace(first, definition="路的规划\n\n与建设"), *others)))
    assert [line.text for line in report.paragraphs if line.style.name == "Definition"] == ["路的规划", "与建设"]


def test_a_quote_has_its_paragraph_number_and_citation(project):
    texts = [paragraph.text for paragraph in opened(project).paragraphs]
    facts = next(text for text in texts if text.startswith("第 2 段"))
    assert facts == "第 2 段 · 民生 · 李编码 · 2026-11-20 09:30 · "
    assert texts.count("[1] 《让绿道连成网》") == 5
    assert texts.count("[2] 《绿道进家门》") == 1


def test_coder_and_minute_are_said_of_several_coders_or_on_request(build):
    article = build.article()
    single = build.single(replace(article, highlights=(build.mark(article, "林荫", 1, "", (1,)),)))
    facts = [
        next(line.text for line in opened(document).paragraphs if line.style.name == "Facts")
        for document in (single, replace(single, people=True))
    ]
    assert ["2026-11-20" in said for said in facts] == [False, True]


def test_a_long_quote_is_whole_once_and_then_begun(build):
    article = build.article((("paragraph", "河" + "边的路通向桥，" * 40, 0),))
    mark = build.mark(article, article.text, 1, "批", (1, 4))
    texts = [line.text for line in opened(build.single(replace(article, highlights=(mark,)))).paragraphs]
    assert texts.count(article.text) == 2
    assert sum(text.startswith("河边的路") and text.endswith("……") for text in texts) == 1
    assert any("全文、批注见“绿道建设”" in text for text in texts)


def test_a_day_is_not_broken_at_its_hyphens(project):
    lines = [line for line in opened(project).paragraphs if line.style.name == "Facts"]
    assert all(len(list(line._p.iter(qn("w:noBreakHyphen")))) == 2 for line in lines)


def test_a_day_in_an_address_stays_as_it_is_copied(build):
    report = opened(build.single(build.article(url="https://x.cn/2023-04-12/a.html")))
    cited = next(line for line in report.paragraphs if line.style.name == "Reference")
    assert "https://x.cn/2023-04-12/a.html" in "".join(part.text or "" for part in cited._p.iter(qn("w:t")))


def test_the_days_of_the_cover_and_below_a_title_are_whole_too(project):
    sources = [line for line in opened(project).paragraphs if line.style.name == "Source"]
    assert [len(list(line._p.iter(qn("w:noBreakHyphen")))) for line in sources] == [2, 2, 2]


def test_the_paragraph_number_leads_to_a_bookmark_that_is_there(project):
    body = opened(project).element.body
    names = {element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))}
    anchors = {element.get(qn("w:anchor")) for element in body.iter(qn("w:hyperlink"))}
    assert anchors <= names
    assert "article1paragraph2" in anchors


def test_bookmark_numbers_are_unique(project):
    numbers = [element.get(qn("w:id")) for element in opened(project).element.body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers)) > 3


def test_bookmark_numbers_stay_small_however_large_an_articles_id(build):
    body = opened(build.single(build.article(id=2**40))).element.body
    assert [element.get(qn("w:id")) for element in body.iter(qn("w:bookmarkStart"))] == ["0"]


def test_a_note_of_two_themes_is_written_once(project):
    texts = [paragraph.text for paragraph in opened(project).paragraphs]
    assert texts.count("批注：总起") == 1
    assert any("批注见“绿道建设 / 规划连片”" in text for text in texts)


def test_sources_are_numbered_unless_by_author_and_year(project):
    by_year = replace(project, citation=CitationStyle(form="author-year"))
    for document, start in ((project, "[1]\t徐小明. "), (by_year, "徐小明，2023. ")):
        assert any(paragraph.text.startswith(start) for paragraph in opened(document).paragraphs)


def test_the_fonts_are_chinese_ones(single):
    styles = opened(single).styles
    fonts = {name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Heading 1", "Quote", "Byline")}
    assert fonts == {"Heading 1": "宋体", "Quote": "仿宋", "Byline": "楷体"}


def test_a_paragraph_is_indented_by_two_characters(single):
    indent = found(opened(single), "绿道穿城而过")._p.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_the_page_is_a4(single):
    section = opened(single).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_file_tells_its_title_and_author(single):
    properties = opened(single).core_properties
    assert (properties.title, properties.author, properties.language) == ("让绿道连成网", "李编码", "zh-CN")


def test_characters_xml_cannot_hold_are_dropped_and_no_others(build):
    text = "甲\x00乙\x0b丙\ud800丁\ufffe𠮷戊"
    article = build.article((("paragraph", text, 0),), title=text, authors=(Author(text, text),), source=text)
    marks = (build.mark(article, "丙\ud800丁\ufffe𠮷", 1, note=text, author=text, themes=(4,)),)
    document = replace(build.single(replace(article, highlights=marks)), exporter=text)
    report = opened(document)
    assert list(commented(report).values()) == ["丙丁𠮷"]
    assert next(iter(report.comments)).text == "〔民生〕\n甲乙\n丙丁𠮷戊"


def test_markup_in_a_text_stays_text(build):
    text = '<w:t>&amp;</w:t>"]]>'
    article = build.article((("paragraph", text, 0),), title=text, url='http://x.cn/"\\h')
    report = opened(build.single(replace(article, highlights=(build.mark(article, text, 1, text),))))
    assert [paragraph.text for paragraph in report.paragraphs].count(text) == 3
    fields = [element.get(qn("w:instr")) for element in report.element.body.iter(qn("w:fldSimple"))]
    assert fields[0] == 'HYPERLINK "http://x.cn/%22%5Ch"'


@pytest.mark.parametrize(("name", "expected"), [("李编码", "李"), ("Ada King", "AK"), ("ada", "A"), ("𠮷田", "𠮷")])
def test_initials(name, expected):
    assert initials(name) == expected


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_shows_every_quote(project, tmp_path):
    with (tmp_path / "report.docx").open("wb") as file:
        word_report.write(project, file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path, tmp_path / "report.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shown = (tmp_path / "report.txt").read_text(encoding="utf-8-sig")
    for article in project.articles:
        for mark in article.highlights:
            assert all(shown.count(line) >= 2 for line in mark.exact.splitlines())


def test_an_article_without_marks_says_so(build):
    assert "还没有圈点。" in [paragraph.text for paragraph in opened(build.single(build.article())).paragraphs]


def test_memos_are_written_where_they_belong(remembered, memos):
    text = "\n".join(paragraph.text for paragraph in opened(remembered).paragraphs)
    assert all(memo in text for memo in memos)
