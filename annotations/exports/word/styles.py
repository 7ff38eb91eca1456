"""How the Word report looks: A4, its styles as one table, with fonts that Word brings on Windows and macOS."""

from dataclasses import dataclass

from docx.document import Document as Report
from docx.oxml import parse_xml
from docx.shared import Mm

from annotations.exports.word.xml import W, add, paragraph, run, w

INK, GREY, RULE = "26221C", "6B6255", "D9D0BD"
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Style:
    """One style: `layout` is its paragraph properties and `letters` its run properties, as WordprocessingML."""

    id: str
    name: str
    layout: str = ""
    letters: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"


def _font(chinese: str, points: float, *more: str) -> str:
    size = round(points * 2)
    western = "Arial" if chinese == "黑体" else "Times New Roman"
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{western}" w:hAnsi="{western}" w:cs="{western}" w:eastAsia="{chinese}"/>'
        + "".join(more)
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _spacing(before: int, after: int, line: int) -> str:
    """Points before, after and from line to line."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line * 20}" w:lineRule="exact"/>'


def _heading(level: int, chinese: str, points: float, before: int) -> Style:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    layout = f'<w:keepNext/><w:keepLines/>{_spacing(before, 6, 26)}<w:jc w:val="left"/>{outline}'
    return Style(f"Heading{level}", f"heading {level}", layout, _font(chinese, points, "<w:b/>"), next="BodyText")


# Numbered paragraphs repeat their style's indent: a numbering without one takes it away in some programs.
INDENTS = {
    "BodyText": {"firstLineChars": "200", "firstLine": "480"},
    "InnerQuote": {"left": "480", "right": "480"},
    "ListItem": {"left": "480"},
}


def _indent(style: str) -> str:
    attributes = "".join(f' w:{key}="{value}"' for key, value in INDENTS[style].items())
    return f"<w:ind{attributes}/>"


_KEEP = "<w:keepNext/><w:keepLines/>"
_CENTRE = '<w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_ASIDE = '<w:ind w:left="340"/>'
_RULE_BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
_GREY = f'<w:color w:val="{GREY}"/>'

STYLES = (
    Style("Normal", "Normal", f'<w:widowControl/>{_spacing(0, 0, 23)}<w:jc w:val="both"/>', based_on=""),
    Style("Title", "Title", f"{_spacing(120, 18, 38)}{_CENTRE}", _font("宋体", 26, "<w:b/>"), next="Byline"),
    Style(
        "Heading1",
        "heading 1",
        f'<w:keepNext/><w:keepLines/>{_spacing(6, 12, 32)}{_CENTRE}<w:outlineLvl w:val="0"/>',
        _font("宋体", 20, "<w:b/>"),
        next="BodyText",
    ),
    _heading(2, "黑体", 14, 18),
    _heading(3, "黑体", 12, 14),
    _heading(4, "楷体", 12, 12),
    _heading(5, "楷体", 12, 12),
    _heading(6, "楷体", 12, 12),
    Style("BodyText", "Body Text", _indent("BodyText")),
    Style(
        "Contents",
        "Contents",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8617"/></w:tabs>{_spacing(0, 4, 20)}{_LEFT}',
        _font("宋体", 11),
    ),
    Style("Byline", "Byline", f"<w:keepNext/>{_spacing(0, 2, 20)}{_CENTRE}", _font("楷体", 12)),
    Style("Source", "Source", f"{_spacing(0, 4, 18)}{_CENTRE}", _font("宋体", 9.5, _GREY)),
    Style("Legend", "Legend", f"{_spacing(2, 14, 20)}{_CENTRE}", _font("宋体", 9.5, _GREY)),
    Style("InnerQuote", "Inner Quote", _indent("InnerQuote"), _font("楷体", 12)),
    Style("ListItem", "List Item", _indent("ListItem")),
    Style("Caption", "caption", f"{_spacing(2, 8, 18)}{_CENTRE}", _font("楷体", 10.5, _GREY)),
    Style("Footnote", "Footnote", f"{_spacing(0, 2, 18)}{_LEFT}", _font("宋体", 10, _GREY)),
    Style("TableRow", "Table Row", f"{_spacing(0, 0, 20)}{_LEFT}", _font("宋体", 10.5)),
    Style("Quote", "Quote", f"{_KEEP}{_spacing(0, 0, 22)}{_ASIDE}", _font("仿宋", 12), next="Facts"),
    Style("Note", "Note", f"{_KEEP}{_spacing(3, 0, 19)}{_ASIDE}", _font("楷体", 11)),
    Style("Memo", "Memo", f"{_spacing(3, 6, 19)}{_ASIDE}", _font("楷体", 11)),
    Style("Facts", "Facts", f"<w:keepLines/>{_spacing(3, 0, 15)}{_ASIDE}{_LEFT}", _font("宋体", 9, _GREY)),
    Style("Definition", "Definition", f"<w:keepNext/>{_spacing(0, 6, 18)}", _font("楷体", 10.5, _GREY)),
    Style("Citation", "Citation", f"<w:keepLines/>{_spacing(0, 14, 15)}{_ASIDE}{_LEFT}", _font("宋体", 9, _GREY)),
    Style(
        "Reference",
        "Reference",
        f'{_spacing(0, 5, 18)}<w:ind w:left="480" w:hanging="480"/>{_LEFT}',
        _font("宋体", 10.5),
    ),
    Style("CommentText", "annotation text", f"{_spacing(0, 0, 16)}{_LEFT}", _font("宋体", 10)),
    Style(
        "Header",
        "header",
        f"{_RULE_BELOW}{_spacing(0, 0, 14)}{_CENTRE}",
        _font("宋体", 9, _GREY),
    ),
    Style("Footer", "footer", f"{_spacing(0, 0, 14)}{_CENTRE}", _font("宋体", 9, _GREY)),
    Style("DefaultParagraphFont", "Default Paragraph Font", based_on="", kind="character"),
    Style(
        "CommentReference",
        "annotation reference",
        letters='<w:sz w:val="16"/>',
        based_on="DefaultParagraphFont",
        kind="character",
    ),
    Style(
        "Hyperlink",
        "Hyperlink",
        letters='<w:color w:val="2F5F9E"/>',
        based_on="DefaultParagraphFont",
        kind="character",
    ),
)
_BODY = _font("宋体", 12, f'<w:color w:val="{INK}"/>')
_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_BODY}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)


def dress(report: Report, title: str) -> None:
    """Give an empty report its styles, its page, a running title and page numbers."""
    styles = report.styles.element
    styles.clear()
    styles.extend(parse_xml(f'<w:styles xmlns:w="{W}">{_DEFAULTS}{"".join(map(_xml, STYLES))}</w:styles>'))
    _page(report, title)
    _settings(report)


def _xml(style: Style) -> str:
    default = ' w:default="1"' if style.id in ("Normal", "DefaultParagraphFont") else ""
    relations = "".join(
        f'<w:{name} w:val="{value}"/>' for name, value in (("basedOn", style.based_on), ("next", style.next)) if value
    )
    layout = f"<w:pPr>{style.layout}</w:pPr>" if style.layout else ""
    letters = f"<w:rPr>{style.letters}</w:rPr>" if style.letters else ""
    return (
        f'<w:style w:type="{style.kind}"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{relations}<w:qFormat/>{layout}{letters}</w:style>"
    )


def _page(report: Report, title: str) -> None:
    section = report.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(28)
    section.left_margin = section.right_margin = Mm(29)
    section.header_distance, section.footer_distance = Mm(15), Mm(14)
    header, footer = section.header._element, section.footer._element
    for part in (header, footer):
        part.clear()
    run(paragraph(header, "Header"), title)
    numbers = paragraph(footer, "Footer")
    run(add(numbers, "fldSimple", instr="PAGE"), "1")


def _settings(report: Report) -> None:
    """Chinese punctuation closes up, and Word opens the file in its present mode instead of an older one's."""
    settings = report.settings.element
    settings.find(w("characterSpacingControl")).set(w("val"), "compressPunctuation")
    settings.find(w("themeFontLang")).set(w("eastAsia"), "zh-CN")
    for setting in settings.iter(w("compatSetting")):
        if setting.get(w("name")) == "compatibilityMode":
            setting.set(w("val"), "15")
