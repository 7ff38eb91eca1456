"""Official documents: number, office, the day of signing, and the title below a red head."""

from datetime import date

from reader.extraction import extract

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"
SIGNED = f"各区：\n{PROSE}\n{PROSE}\n河湾市住房和城乡建设局\n二〇二五年四月一日\n（此件公开发布）"
SIGNED += "\n河湾市人民政府办公室　2025年4月2日印发"
OFFICE = "河湾市住房和城乡建设局"


def test_the_red_head_is_no_title():
    page = extract(f"{OFFICE}文件\n河建发〔2025〕12号\n{OFFICE}\n关于修街的通知\n{SIGNED}".encode())
    assert page.title == f"{OFFICE}关于修街的通知"
    assert (page.issuer, page.document_number) == (OFFICE, "河建发〔2025〕12号")
    assert (page.removed[0].rule, page.removed[0].text) == ("red_head", f"{OFFICE}文件")
    assert page.blocks[0].text == "河建发〔2025〕12号"


def test_the_day_of_signing_stands_in_for_that_of_publishing():
    page = extract(f"{OFFICE}关于修街的通知\n{SIGNED}".encode())
    assert page.document_date == date(2025, 4, 1)
    assert (page.published.date(), page.published_precision) == (date(2025, 4, 1), "day")
    assert page.source == OFFICE


def test_an_essay_with_a_date_at_its_end_is_no_document():
    page = extract(f"街道与人\n{PROSE}\n{PROSE}\n2025年4月1日".encode())
    assert (page.document_date, page.published, page.issuer) == (None, None, "")


def test_secrecy_and_urgency_above_the_title_stay():
    page = extract(f"特急\n{OFFICE}文件\n河建发〔2025〕12号\n{OFFICE}关于修街的通知\n{SIGNED}".encode())
    assert page.title == f"{OFFICE}关于修街的通知"
    assert [block.text for block in page.blocks[:2]] == ["特急", "河建发〔2025〕12号"]


def framed(table):
    body = f"<div class='article'><p>各区：</p><p>{PROSE}</p><p>{PROSE}</p><p>{OFFICE}</p><p>2025年4月1日</p></div>"
    head = f"<html><head><title>{OFFICE}关于修街的通知</title></head><body>"
    return extract(f"{head}{table}<h1>{OFFICE}关于修街的通知</h1>{body}</body></html>".encode())


ROWS = [
    ("发文机关：", OFFICE),
    ("发文字号：", "河建发〔2025〕12号"),
    ("成文日期：", "2025年04月01日"),
    ("发布日期：", "2025年04月10日"),
    ("有效期至：", "2099年04月01日"),
]


def test_a_table_of_metadata_is_read():
    page = framed(
        "<table>" + "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in ROWS) + "</table>"
    )
    assert (page.issuer, page.document_number, page.document_date) == (OFFICE, "河建发〔2025〕12号", date(2025, 4, 1))
    assert page.published.date() == date(2025, 4, 10)


def test_labels_and_values_on_lines_of_their_own_are_read_together():
    page = framed("".join(f"<p>{label}</p><p>{value}</p>" for label, value in ROWS))
    assert (page.document_number, page.document_date) == ("河建发〔2025〕12号", date(2025, 4, 1))
    assert page.published.date() == date(2025, 4, 10)
