"""Official documents (公文, GB/T 9704): number, office, day of signing; and the title below a red head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from reader.extraction.dates import SHANGHAI, date_alone
from reader.extraction.moments import moments_in
from reader.extraction.page import Block, Page, Removed

RED_HEAD = "red_head"

_OFFICE = (
    r"[\u3400-\u9fff（）()、·\s]{2,40}?(?:人民政府|政府|办公[厅室]|[省市县区]委|党委|党组"
    r"|委员会|常委会|法院|检察院|国务院|总局|[厅局署院]|部|中心|协会|学会|集团|公司|大学|银行|指挥部|领导小组)"
)
NUMBER = (
    r"(?:[\u3400-\u9fff]{1,14}\s?[〔［\[(（【﹝]\s?(?:19|20)\d\d\s?[〕］\])）】﹞]\s?(?:第\s?)?\d{1,5}\s?号"
    r"|[\u3400-\u9fff]{0,24}(?:令|公告)\s?(?:[（(〔]?(?:19|20)\d\d[年〕）)]?\s?)?第?\s?\d{1,4}\s?号)"
)
_KINDS = (
    "通知|意见|决定|决议|公告|通告|通报|公报|批复|报告|请示|议案|函|纪要|命令|令|办法|"
    "规定|条例|细则|方案|规划|计划|要点|措施|规范|指南|目录|章程|准则"
)
# 版头: what stands above the title: the office's name in red, copy number, secrecy, urgency, the number, who signed.
_RED = re.compile(rf"(?P<issuer>{_OFFICE})\s*(?:文\s*件|令)")
_COVER = re.compile(
    rf"(?P<number>{NUMBER})?\s*(?:签发人\s*[:：].{{0,20}})?|\d{{4,8}}|(?:绝密|机密|秘密)\s*★?.{{0,8}}|特急|加急|平急"
)
_ENTITLED = re.compile(rf".*(?:{_KINDS})(?:\s*[（(].{{1,12}}[)）])?")
_FROM_TITLE = re.compile(rf"(?P<issuer>{_OFFICE})(?:关于|印发|转发|令)")
_LABELLED = re.compile(
    r"(?P<label>[\u3400-\u9fff][\u3400-\u9fff\s]{1,9}?)\s*[:：]\s*(?P<value>.*?)(?=\s+[\u3400-\u9fff][\u3400-\u9fff\s]{1,9}[:：]|$)"
)
_LABELS = {
    "document_number": re.compile("发文字号|发文文号|文号|公文字号|发文号"),
    "issuer": re.compile("发文机关|发文单位|发布机[构关]|制发机关|制定机关|印发机关|颁布机关|颁布单位"),
}
_VALUES = {"document_number": re.compile(NUMBER), "issuer": re.compile(rf"{_OFFICE}(?:[、\s]+{_OFFICE})*")}
_LINES, _TITLE_LINES, _LINE = 8, 4, 40


def with_document(page: Page) -> Page:
    """The page with what it says of itself as a document. A page that is none comes back as it was."""
    page = _issuer_in_red(_below_red_head(page))
    told = dict(_labelled(page))
    if "document_number" not in told and (number := _number_in(page)):
        told["document_number"] = number
    if told or _is_entitled(page.title):
        signature = _signature(page.blocks)
        told = {**signature, **told}
        if match := _FROM_TITLE.match(page.title):
            told.setdefault("issuer", match["issuer"])
    return _told(page, told)


def _told(page: Page, told: dict) -> Page:
    """What is not known yet. Without another source the office is the source, without another time its date."""
    fresh = {field: value for field, value in told.items() if not getattr(page, field)}
    page = replace(page, **fresh, rules={**page.rules, **dict.fromkeys(fresh, "line_in_body")})
    rules = dict(page.rules)
    if page.issuer and not page.source:
        page, rules["source"] = replace(page, source=page.issuer), rules["issuer"]
    if page.document_date and not page.published:
        signed = datetime.combine(page.document_date, datetime.min.time(), SHANGHAI)
        page = replace(page, published=signed, published_precision="day")
        rules["published"] = rules["document_date"]
    return replace(page, rules=dict(sorted(rules.items())))


def _is_entitled(title: str) -> bool:
    """河湾市人民政府办公室关于……的通知."""
    return bool(_ENTITLED.fullmatch(title)) and bool(_FROM_TITLE.match(title) or "关于" in title)


def _below_red_head(page: Page) -> Page:
    """A title that is the office's name in red, or the number, gives way to the one below; one that breaks off is read
    to its end. What is no title stays: the number in the text, the red head in the record."""
    rows = [Block("paragraph", page.title), *page.blocks] if page.title else list(page.blocks)
    first = next((at for at, row in enumerate(rows) if not _is_cover(row.text)), len(rows))
    length = _title_length([row.text for row in rows[first : first + _TITLE_LINES]])
    if not length or first > _LINES or (first == 0 and not _breaks_off(page, length)):
        return page
    red = [row.text for row in rows[:first] if _RED.fullmatch(row.text)]
    blocks = (*(row for row in rows[:first] if row.text not in red), *rows[first + length :])
    lost = len(page.blocks) - len(blocks)
    removed = (
        *(Removed(RED_HEAD, line, "paragraph", 0) for line in red),
        *(replace(row, before=max(0, row.before - lost)) for row in page.removed),
    )
    title = "".join(row.text for row in rows[first : first + length])
    return replace(page, title=title, blocks=blocks, removed=removed, rules={**page.rules, "title": "line_above"})


def _breaks_off(page: Page, length: int) -> bool:
    """A plain text's first line is taken for its title, though the title goes on: 某办公室 / 关于……的通知."""
    begun = "关于" in page.title or bool(re.fullmatch(_OFFICE, page.title))
    return length > 1 and begun and "title" not in page.rules


def _issuer_in_red(page: Page) -> Page:
    """The office named in red above the title, which is no navigation."""
    removed = tuple(
        replace(row, rule=RED_HEAD) if row.before == 0 and _RED.fullmatch(row.text) else row for row in page.removed
    )
    named = (match["issuer"] for row in removed if row.rule == RED_HEAD and (match := _RED.fullmatch(row.text)))
    issuer = next(named, "")
    rules = {**page.rules, "issuer": "line_above"} if issuer else page.rules
    return replace(page, removed=removed, issuer=issuer, rules=rules) if issuer else page


def _is_cover(line: str) -> bool:
    return bool(_RED.fullmatch(line)) or bool(_COVER.fullmatch(line))


def _title_length(lines: Sequence[str]) -> int:
    """How many of the lines are the title: up to the one that names the document's kind; 0 when none does."""
    for length in range(1, min(_TITLE_LINES, len(lines)) + 1):
        line = lines[length - 1]
        if len(line) > _LINE * 2 or re.search("[。；！？：:]", line):
            return 0
        title = "".join(lines[:length])
        if _ENTITLED.fullmatch(line) and (length == 1 or "关于" in title):
            return length
    return 0


def _labelled(page: Page) -> Iterator[tuple[str, object]]:
    """From the table above the text: 发文机关：…　成文日期：…. A label and its value may stand on two lines."""
    above = [row.text for row in page.removed if row.before == 0]
    tables = [block.text for block in page.blocks[:_LINES] if block.kind == "table"]
    text = re.sub(r"([:：])\s*\n", r"\1 ", "\n".join(line for line in (*above, *tables) if len(line) <= 200))
    for line in text.split("\n"):
        for match in _LABELLED.finditer(line):
            for field, label in _LABELS.items():
                value = match["value"].strip()
                if label.fullmatch(re.sub(r"\s", "", match["label"])) and _VALUES[field].fullmatch(value):
                    yield field, value
        if signed := moments_in(line).get("signed"):
            yield "document_date", signed[0].date()


def _number_in(page: Page) -> str:
    """The number on a line of its own above the text or among its first lines."""
    above = [row.text for row in page.removed if row.before == 0]
    for line in (*above, *(block.text for block in page.blocks[:_LINES])):
        if match := re.fullmatch(rf"[（(]?(?P<number>{NUMBER})[)）]?(?:\s*签发人.*)?", line):
            return match["number"]
    return ""


def _signature(blocks: Sequence[Block]) -> dict[str, object]:
    """落款: an office on a line of its own, and below it nothing but a date; the first, for enclosures follow."""
    for above, block in pairwise(blocks):
        signed = date_alone(block.text)
        if signed and re.fullmatch(rf"{_OFFICE}", above.text):
            return {"document_date": signed.date(), "issuer": above.text}
    last = [signed.date() for block in blocks[1:] if (signed := date_alone(block.text))]
    return {"document_date": last[0]} if last else {}
