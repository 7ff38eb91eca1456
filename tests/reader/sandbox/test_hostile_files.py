"""Files of every kind taken in, broken in every way: what comes out is a page or a refusal of our own, in a few seconds
and within the memory a request may have. QUANDIAN_BROKEN_FILES asks for so many of each kind instead of few."""

import io
import os
import random
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from annotations import imports
from annotations.imports import ImportFault, codebook
from reader.cleaning.safe_original import safe_original
from reader.extraction import SUFFIXES, ExtractionError, extract
from reader.extraction.formats.archive import unpacked
from reader.sandbox import Limits, bounded, limited

MANY = int(os.environ.get("QUANDIAN_BROKEN_FILES", "6"))
SHARED = Path(__file__).resolve().parents[4] / "shared" / "cases" / "hostile"
# Seconds of processor, and megabytes.
MOST = Limits(5, 500)
SENTENCE = "绿道沿河而建，把旧厂房、菜市场和小学连成一条可以步行的路，居民出门十分钟就能走到水边。"
PAGE = (
    f"<html><head><meta charset=utf-8><title>让绿道连起城市</title></head><body><h1>让绿道连起城市</h1>"
    f"<div class=text>{''.join(f'<p>{SENTENCE}第{n}段。</p>' for n in range(8))}<table><tr><td>甲<td>乙</table>"
    "</div></body></html>"
)


def html():
    return PAGE.encode()


def gbk():
    return PAGE.replace("utf-8", "gb2312").encode("gb18030")


def text():
    return ("让绿道连起城市\n\n" + f"　　{SENTENCE}\n" * 8).encode()


def mhtml():
    message = EmailMessage()
    message.set_content(PAGE, subtype="html")
    message.add_related(b"\x89PNG" * 40, "image", "png", cid="<a@b>")
    return message.as_bytes()


def word():
    document, held = docx.Document(), io.BytesIO()
    document.add_heading("让绿道连起城市")
    for number in range(6):
        document.add_paragraph(f"{SENTENCE}第{number}段。", style="List Number" if number % 2 else None)
    document.add_table(2, 2).cell(0, 0).text = "甲"
    document.save(held)
    return held.getvalue()


def stream(said):
    held = DecodedStreamObject()
    held.set_data(said)
    return held


def pdf(operators=40, pages=2):
    """A PDF whose pages share one stream of so many operators."""
    writer, held = PdfWriter(), io.BytesIO()
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(name): NameObject(value) for name, value in font.items()})
    said: StreamObject = stream(b"BT /F1 12 Tf 50 700 Td " + b"(green way) Tj 0 -14 Td " * operators + b"ET")
    content = writer._add_object(said.flate_encode())
    for _ in range(pages):
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = content
    writer.write(held)
    return held.getvalue()


def packed(compression=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as file:
        file.writestr("甲.html", PAGE)
        file.writestr("乙.txt", text())
        file.writestr("丙.docx", word())
    return held.getvalue()


def lzma():
    return packed(zipfile.ZIP_LZMA)


def notes():
    return ("引文,主题,批注\n" + f"{SENTENCE},绿道 / 步行,好\n" * 5).encode()


def themes():
    return ("名称,上级,定义\n绿道,,沿河的路\n步行,绿道,走着去\n").encode()


def linked():
    target = '{"source": "https://a.example/", "selector": [{"type": "TextQuoteSelector", "exact": "甲"}]}'
    return f'{{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": {target}}}'.encode()


def coded():
    held = io.BytesIO()
    project = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="a">'
        '<CodeBook><Codes><Code guid="1" name="甲"/></Codes></CodeBook>'
        '<Sources><TextSource guid="2" name="a" plainTextPath="internal://2.txt"/></Sources></Project>'
    )
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("project.qde", project)
        file.writestr("Sources/2.txt", text())
    return held.getvalue()


PAGES = (html, gbk, text, mhtml, word, pdf, packed, lzma)
NOTES = (notes, themes, linked, coded)


def truncate(data, chance):
    return data[: chance.randrange(len(data))]


def flip(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 20, 200])):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def double(data, chance):
    start, end = sorted(chance.randrange(len(data)) for _ in "ab")
    return data[:end] + data[start:end] * chance.choice([1, 2, 50]) + data[end:]


def nest(data, chance):
    at = chance.randrange(len(data))
    around = chance.choice([b"<div>", b"<table><tr><td>", b"<div></b>", b"[", b"<<", b"(", b"<w:tbl><w:tr><w:tc>"])
    return data[:at] + around * chance.choice([10, 3000, 50_000]) + data[at:]


def lie(data, chance):
    """Where a length or a number stands, another."""
    at, size = chance.randrange(len(data)), chance.choice([2, 4, 8])
    lying = chance.choice([b"\xff", b"\0", b"\x7f", b"9"]) * size
    return data[:at] + lying + data[at + size :]


def misname(data, chance):
    names = [
        b"idna",
        b"punycode",
        b"utf-16",
        b"utf-7",
        b"hz",
        b"undefined",
        b"big5",
        b"\xff",
        b"A" * 3000,
        b"zlib_codec",
    ]
    return data.replace(b"utf-8", chance.choice(names)).replace(b"gb2312", chance.choice(names))


WAYS = (truncate, flip, double, nest, lie, misname)


def read(function, *args):
    """What becomes of it, with what it took; anything but a value or a refusal of our own is raised."""
    began = time.monotonic()
    with limited(MOST):
        try:
            bounded(function, *args)
        except (ExtractionError, ImportFault) as refused:
            assert str(refused)
            return refused.code
    assert time.monotonic() - began < 3 * MOST.seconds
    return "read"


def broken(kind):
    for number in range(MANY):
        chance = random.Random(f"{kind.__name__} {number}")
        data = kind()
        for way in chance.sample(WAYS, chance.choice([1, 1, 2])):
            data = way(data, chance) or b"x"
        yield data


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_broken_pages_are_read_or_refused(kind):
    codes = {read(extract, data) for data in broken(kind)}
    codes |= {read(unpacked, data, SUFFIXES) for data in broken(kind)}
    codes |= {read(safe_original, data) for data in broken(kind)}
    assert not codes & {"slow", "heavy"}


@pytest.mark.parametrize("kind", NOTES, ids=lambda kind: kind.__name__)
def test_broken_notes_and_codebooks_are_read_or_refused(kind):
    codes = {read(imports.read, data) for data in broken(kind)} | {read(codebook.read, data) for data in broken(kind)}
    assert not codes & {"slow", "heavy"}


@pytest.mark.parametrize("kind", [*PAGES[:-2], coded, linked], ids=lambda kind: kind.__name__)
def test_what_is_whole_is_read(kind):
    assert read(imports.read if kind in NOTES else extract, kind()) == "read"


def test_pages_that_share_a_long_stream_are_ended_in_time():
    assert read(extract, pdf(operators=60_000, pages=999)) in ("slow", "too_large")


def test_sixty_thousand_operators_are_read_or_refused():
    assert read(extract, pdf(operators=60_000, pages=1)) in ("read", "slow")


def test_a_hundred_thousand_parts_are_refused_at_once():
    part = "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>甲</p>\r\n"
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    assert read(extract, f"{head}{part * 100_000}--b--\r\n".encode()) == "many_parts"


def test_seventy_thousand_entries_are_refused_at_once():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for number in range(70_000):
            file.writestr(f"a/b/{number}.txt", "x")
    assert read(unpacked, held.getvalue(), SUFFIXES) == "many_files"


def test_word_tables_in_tables_without_end_are_read_or_refused():
    around = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    for levels in (100, 2_000, 20_000):
        said = around[0] * levels + "<w:p><w:r><w:t>甲乙丙</w:t></w:r></w:p>" + around[1] * levels
        names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("word/document.xml", f"<w:document {names}><w:body>{said}</w:body></w:document>")
        assert read(extract, held.getvalue()) in ("read", "broken")


@pytest.mark.parametrize("levels", [3_000, 40_000])
@pytest.mark.parametrize("around", ["<div></b>", "<div></p>", "<b><i></b>", "<table>"])
def test_ends_that_end_nothing_do_not_fool_who_counts_the_depth(around, levels):
    assert read(safe_original, f"<html><body>{around * levels}{SENTENCE}".encode()) == "read"


@pytest.mark.parametrize("name", ["bad_deflate.docx", "bad_lzma.docx", "encrypted_flag.docx"])
def test_documents_that_were_damaged_are_refused(name):
    assert read(extract, shared(name)) == "broken"


@pytest.mark.parametrize(
    "name", ["owner_password_aes128.pdf", "charset_idna.html", "control_reference.html", "nested_tables.docx"]
)
def test_what_only_looks_hostile_is_read(name):
    assert read(extract, shared(name)) == "read"


def test_the_good_file_beside_a_damaged_one_is_taken():
    found = bounded(unpacked, shared("bad_deflate.zip"), SUFFIXES)
    assert (len(found.members), [error.code for _, error in found.refused]) == (1, ["broken"])


def shared(name):
    if not (SHARED / name).exists():
        pytest.skip(f"{name} is not here")
    return (SHARED / name).read_bytes()
