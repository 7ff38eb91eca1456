"""What a paragraph says: text boxes once, revisions as accepted, hidden text not, readings beside their base."""

import pytest

from reader.extraction.page import Span
from tests.reader.extraction.formats.word.files import blocks_in, paragraph, run, texts_in

BOX = "<w:txbxContent>{}</w:txbxContent>"


def boxed(*lines):
    inside = BOX.format("".join(map(paragraph, lines)))
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_on_lines_of_its_own():
    assert texts_in(paragraph(boxed("甲", "乙"), "正文从这里开始。")) == ["甲", "乙", "正文从这里开始。"]


def test_a_box_hung_behind_text_comes_after_it():
    assert texts_in(paragraph("正文。", boxed("旁注"), "接着写。")) == ["正文。接着写。", "旁注"]


def test_a_box_in_old_drawing_alone_is_read():
    old = f"<w:r><w:pict><v:shape><v:textbox>{BOX.format(paragraph('旧框'))}</v:textbox></v:shape></w:pict></w:r>"
    assert texts_in(paragraph(old)) == ["旧框"]


def test_lettering_drawn_as_a_shape_is_read():
    art = "<w:r><w:pict><v:shape><v:textpath string='云溪镇人民政府文件'/></v:shape></w:pict></w:r>"
    assert texts_in(paragraph(art)) == ["云溪镇人民政府文件"]


def test_deletions_go_insertions_stay_and_moved_text_stands_once():
    body = paragraph(
        "街道",
        f"<w:del><w:r><w:delText>原先</w:delText></w:r></w:del><w:ins>{run('现在')}</w:ins>",
        f"<w:moveFrom>{run('搬走')}</w:moveFrom>",
        "安静。",
    ) + paragraph(f"<w:moveTo>{run('搬走')}</w:moveTo>")
    assert texts_in(body) == ["街道现在安静。", "搬走"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert texts_in(paragraph("上半", properties=gone) + paragraph("下半")) == ["上半下半"]
    assert texts_in(paragraph("上半", properties=gone)) == ["上半"]


@pytest.mark.parametrize(("properties", "left"), [("<w:vanish/>", "明"), ('<w:vanish w:val="0"/>', "明暗")])
def test_hidden_text_is_not_read(properties, left):
    assert texts_in(paragraph("明", run("暗", properties))) == [left]


def test_text_hidden_by_its_style_is_not_read():
    styles = '<w:style w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    assert texts_in(paragraph("明", run("暗", '<w:rStyle w:val="h"/>')), styles=styles) == ["明"]


def test_a_reading_stands_beside_its_base():
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('quān')}</w:rt><w:rubyBase>{run('圈')}</w:rubyBase></w:ruby></w:r>"
    [block] = blocks_in(paragraph("读作", ruby, "点"))
    assert (block.text, block.spans) == ("读作圈点", (Span(2, 3, "ruby", "quān"),))


def test_spans_count_code_points_and_lie_beside_the_text():
    [block] = blocks_in(paragraph("𠮷😀", run("要", "<w:b/>"), run("点 ", "<w:b/><w:i/>"), "。"))
    assert block.text == "𠮷😀要点 。"
    assert block.spans == (Span(2, 4, "bold"), Span(3, 4, "emphasis"))


def test_a_bold_beginning_is_a_lead():
    [block] = blocks_in(paragraph(run("先问街坊。", "<w:b/>"), "再看账本，一项一项地来。"))
    assert block.text[: block.lead] == "先问街坊。"


def test_a_break_parts_lines_and_a_field_shows_its_result_alone():
    field = "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
    assert texts_in(paragraph(field, "<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>")) == ["上", "下"]


def test_formulas_and_ticked_boxes_are_text():
    maths = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    assert texts_in(paragraph("设", maths, tick)) == ["设x+1☑"]
