"""PDF, read again by an independent library: its text, its links and its outline, whatever the notes hold."""

import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from annotations.exports.document import CitationStyle
from annotations.exports.pdf import press, report
from tests.annotations.exports.pdf.reading import links, pages_saying, shown, written

# What Typst's markup, its code, its strings, JSON and PDF's own strings are made of.
SPECIAL = "#$*_`@<>[]{}()\\/~=-+.:;'\"|&^%!?, \t甲乙𠮷，。“”‘’《》【】……——ＡﬁÅéß١אあ한\u3000\u200b\u200d\ufeff"
WORDS = some.text(some.sampled_from(SPECIAL) | some.characters(codec="utf-8", max_codepoint=0x2FFF), max_size=60)


def test_every_quote_and_note_is_in_the_text(project):
    text = shown(written(project))
    for article in project.articles:
        for mark in article.highlights:
            assert "".join(mark.exact.split()) in text
            assert "".join(mark.note.split()) in text


@pytest.mark.parametrize(
    "hostile",
    [
        '#read("/etc/hostname")',
        '#import "@preview/cetz:0.3.0"',
        '"); #panic("x")',
        "$ integral_0^1 $ *强* _斜_ `码` = 题 - 项 + 项 / 词: 义 @引 <标> [方] {花} \\ ~ -- --- ... // 注 /* 注 */",
        "https://example.cn/a(b)c ((( ))) \\( \\) 12 0 R /StructParent 3 endobj stream",
        "\\u{41} \\x41 \\n %d %% <FEFF>",
        "place:mark1",
    ],
)
def test_markup_in_notes_is_shown_as_it_is(hostile, build):
    article = build.article((("paragraph", f"前{hostile}后", 0),), title=hostile)
    mark = build.mark(article, hostile, 1, hostile, (1,), author=hostile)
    theme = replace(build.themes()[0], name=hostile, path=(hostile,), definition=hostile, memo=hostile)
    document = replace(build.single(replace(article, highlights=(mark,), memo=hostile)), themes=(theme,), people=True)
    assert shown(written(document)).count("".join(hostile.split())) >= 8


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quotes=some.lists(WORDS, min_size=20, max_size=20))
def test_any_quote_comes_out_as_it_went_in(quotes, build):
    """Accents, joiners and whatever sorts itself anew are for the reader's eye; the plain signs are compared."""
    article = build.article(tuple(("paragraph", f"〔{words}〕", 0) for words in quotes))
    starts = [block.start for block in article.blocks]
    marks = tuple(
        replace(build.mark(article, "〔", number, words), start=start, end=start + len(words) + 2, exact=f"〔{words}〕")
        for number, (start, words) in enumerate(zip(starts, quotes, strict=True), start=1)
    )
    text = shown(written(build.single(replace(article, highlights=marks))))
    for words in quotes:
        if all(sign in SPECIAL[: SPECIAL.index("١")] for sign in words):
            assert "".join(f"〔{words}〕".split()) in text


def test_the_chinese_fonts_are_embedded(single):
    fonts = [font.get_object() for page in written(single).pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in described)
    assert any("CJK" in font["/FontName"] or "Song" in font["/FontName"] for font in described)


def test_the_page_is_a4_and_the_file_has_a_title_and_an_outline(project):
    reader = written(project)
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert (reader.metadata.title, reader.metadata.author) == ("城市绿道研究", "李编码")
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.outline


def test_marks_are_shaded_and_underlined_in_the_colours_of_their_themes(project):
    drawn = b"".join(page.get_contents().get_data() for page in written(project).pages)
    # #2f5f9e's neighbours: the washes of #96590a and #7d4b94, the line of #38733f, as PDF writes colours.
    for colour in (b"0.90980", b"0.88627", b"0.21960"):
        assert colour[:6] in drawn


def test_nothing_is_fetched(build, monkeypatch):
    article = build.article((("paragraph", "文", 0),), title='<img src="http://127.0.0.1:9/x.png">')
    monkeypatch.setattr("socket.socket.connect", lambda *args: pytest.fail("a connection was made"))
    assert "127.0.0.1" in shown(written(build.single(article)))


def test_a_process_that_the_system_ends_is_told_in_a_sentence(single, monkeypatch):
    monkeypatch.setattr(press.Press, "_await", lambda press, compositor: compositor.kill())
    with pytest.raises(report.Unavailable, match="内存"):
        report.write(single, io.BytesIO())


def test_nothing_marked_says_so(project):
    assert "还没有圈点" in shown(written(replace(project, articles=())))


@pytest.mark.parametrize(
    "title", ['"引\\号"\n', "</style><b>", "%d {x} ; } @page{}", "\ud800\x00甲", "\\a /* c */", ""]
)
def test_an_odd_title_stays_a_title(title, project):
    reader = written(replace(project, title=title))
    assert (reader.metadata.title or "") == "".join(sign for sign in title if sign not in "\ud800\x00")
    assert "参考文献" in reader.pages[-1].extract_text()


def test_emoji_and_rare_characters_are_printed_and_copied(build):
    article = build.article((("paragraph", "𠮷野家😀笑👨‍👩‍👧全家", 0),))
    mark = build.mark(article, "𠮷野家😀笑👨‍👩‍👧全家", 1)
    text = shown(written(build.single(replace(article, highlights=(mark,)))))
    assert text.count("𠮷野家😀笑") == 2
    assert "没有字体" not in text


def test_a_character_that_no_font_has_is_told(build):
    article = build.article((("paragraph", "甲\U0002ebf0乙", 0),))
    text = shown(written(build.single(replace(article, highlights=(build.mark(article, "甲", 1),)))))
    assert "印成了方框" in text
    assert "U+2EBF0" in text


def test_a_day_is_not_broken_at_its_hyphens(build):
    article = build.article((("paragraph", "甲乙丙", 0),))
    marks = tuple(
        replace(build.mark(article, "甲", number, "", (), author="李" * number), end=2, exact="甲乙")
        for number in range(1, 60)
    )
    lines = "\n".join(page.extract_text() for page in written(build.single(replace(article, highlights=marks))).pages)
    assert "2026-11-20 09:30" in lines
    assert not any(line.rstrip().endswith(("2026-", "2026-11-")) for line in lines.splitlines())


def each_alone(elements):
    held = []
    for element in elements:
        if element.title and held:
            yield held
            held = []
        held.append(element)
    yield held


@pytest.fixture(scope="module")
def apart(build):
    """The project with every article and heading set apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "gatherings", each_alone)
        return written(build.project())


def test_a_quote_leads_to_its_paragraph_in_another_gathering(apart):
    quoted = apart.pages[pages_saying(apart, "“三百米”是指标。")[-1]]
    targets = [link["/Dest"][0] for link in links(quoted) if "/Dest" in link]
    assert apart.pages[1].indirect_reference in targets


def test_links_between_theme_and_passage_name_the_theme(apart):
    called = [link["/Contents"] for page in apart.pages for link in links(page) if "/Dest" in link]
    assert "民生：《绿道进家门》第 2 段" in called
    assert "绿道建设 / 规划连片、绿道建设 / 建管同步：《让绿道连成网》第 3 段" in called
    assert "绿道建设 / 建管同步" in called
    assert all(called)


def test_a_note_leads_to_its_theme_and_back_to_its_passage(apart):
    noted = apart.pages[pages_saying(apart, "可与海绵城市比较。")[0]]
    aims = {link["/Contents"]: link["/Dest"][0] for link in links(noted) if "/Dest" in link}
    assert aims["民生"] == apart.pages[pages_saying(apart, "路修到家门口，心里敞亮")[-1]].indirect_reference
    assert aims["民生：《让绿道连成网》第 2 段"] == noted.indirect_reference


def test_no_link_is_left_without_its_place(apart):
    left = [link for page in apart.pages for link in links(page) if "place:" in str(link)]
    assert left == []


def test_the_structure_is_whole_over_all_gatherings(apart):
    root = apart.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    keys = numbers[::2]
    assert keys == sorted(set(keys))
    assert root["/ParentTreeNextKey"] > keys[-1]
    pages = [page["/StructParents"] for page in apart.pages]
    assert len(set(pages)) == len(pages)
    assert set(pages) <= set(keys)
    assert apart.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert {kid.get_object()["/S"] for kid in root["/K"]} == {"/Document"}


def test_pages_are_numbered_through_and_the_contents_name_them(apart):
    feet = [page.extract_text().split()[-1] for page in apart.pages]
    assert feet == ["i", *(str(number) for number in range(1, len(feet)))] == apart.page_labels
    contents = [line.replace(" ", "") for line in apart.pages[0].extract_text().splitlines()]
    entry = next(line for line in contents if line.startswith("绿道进家门（1）"))
    assert int(entry.rsplit(".", 1)[1]) == pages_saying(apart, "心里敞亮")[0]


def test_the_outline_nests_as_the_headings_do(apart):
    title, below = apart.outline[:2]
    assert title.title == "城市绿道研究"
    assert [line.title for line in below if not isinstance(line, list)] == [
        *("让绿道连成网", "绿道进家门", "按主题摘录", "参考文献")
    ]
    assert [line.title for line in below[3] if not isinstance(line, list)] == ["绿道建设", "民生", "未分主题"]


def test_an_article_of_several_pages_is_listed_and_linked_at_its_first(build, project):
    rows = tuple(("paragraph", f"第{number}段说的是河边的路。" * 12, 0) for number in range(40))
    long = build.article(rows, id=3, title="很长的一篇")
    reader = written(replace(project, articles=(long, *project.articles)))
    begun = pages_saying(reader, "第0段说的是河边的路")[0]
    assert pages_saying(reader, "第39段说的是河边的路")[0] > begun
    contents = [line.replace(" ", "") for line in reader.pages[0].extract_text().splitlines()]
    entry = next(line for line in contents if line.startswith("很长的一篇"))
    assert int(entry.rsplit(".", 1)[1]) == begun
    assert links(reader.pages[0])[3]["/Dest"][0] == reader.pages[begun].indirect_reference


def test_short_articles_share_pages(project):
    assert len(written(project).pages) <= 3


def test_a_long_quote_is_whole_once(build):
    article = build.article((("paragraph", "河" + "边的路通向桥，" * 40, 0),))
    mark = build.mark(article, article.text, 1, "批", (1, 4))
    reader = written(build.single(replace(article, highlights=(mark,))))
    text = shown(reader)
    assert text.count("河" + "边的路通向桥，" * 40) == 2
    assert "全文、批注见“绿道建设”" in text


@pytest.mark.parametrize(("form", "below"), [("numeric", "·[1]"), ("author-year", "·徐小明，2023.")])
def test_below_a_quote_stands_its_source_as_the_list_has_it(form, below, single):
    text = shown(written(replace(single, citation=CitationStyle(form=form))))
    assert below in text[text.index("按主题摘录") : text.index("参考文献")]


def test_a_gathering_begins_with_an_article_or_a_theme_where_one_is_near(monkeypatch):
    from annotations.exports.pdf.content import element

    monkeypatch.setattr(report, "GATHERING", 50)
    parts = ["a甲乙丙", "*丁", "戊己", "*庚", "辛" * 30, "壬" * 40, "癸"]
    elements = [element("paragraph", part, title="题" if part[0] in "a*" else "") for part in parts]
    found = ["".join(part.lines[0].spans[0].text[:2] for part in held) for held in report.gatherings(elements)]
    assert found == ["a甲*丁戊己", "*庚辛辛壬壬", "癸"]


def test_any_moment_may_be_the_file_s(single):
    from datetime import UTC, datetime

    now = datetime(2026, 11, 20, 1, 30, 5, 123456, tzinfo=UTC)
    assert "20261120013005" in written(replace(single, exported=now)).metadata["/CreationDate"]


WHOLE = "以城市更新为抓手推动高质量发展要把握的若干关系与路径选择兼论老旧街区里小尺度公共空间的共建共治共享机制"


def test_no_title_or_heading_has_a_line_of_one_character(build):
    articles = tuple(
        build.article((("heading", (WHOLE * 2)[:length], 1),), id=length, title=(WHOLE * 2)[:length])
        for length in range(18, 67)
    )
    text = "\n".join(
        page.extract_text() for page in written(replace(build.project(), title=WHOLE[:35], articles=articles)).pages
    )
    said = [line.strip() for line in text.splitlines() if line.strip() and set(line.strip()) <= set(WHOLE)]
    assert len(said) > 100
    assert min(map(len, said)) > 1


def test_a_figure_stands_off_from_the_text_it_is_behind(single):
    text = "".join(page.extract_text() for page in written(single).pages)
    # Readers give the gap back as they like: a space of either kind.
    assert "走进林荫 1" in text.replace("\xa0", " ")
