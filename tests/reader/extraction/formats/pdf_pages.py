"""A PDF made by hand: one font whose codes stand for the text's own characters."""

import io

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject


def pdf_of(pages):
    """The bytes of a PDF with these pages, each a list of lines; at most 200 different characters."""
    writer = PdfWriter()
    signs = sorted({sign for page in pages for line in page for sign in line})
    codes = {sign: number + 33 for number, sign in enumerate(signs)}
    font = writer._add_object(_font(writer, codes))
    for lines in pages:
        page = writer.add_blank_page(width=595, height=842)
        shown = b"".join(
            b"1 0 0 1 50 %d Tm <%s> Tj " % (800 - 20 * at, bytes(codes[sign] for sign in line).hex().encode())
            for at, line in enumerate(lines)
        )
        stream = DecodedStreamObject()
        stream.set_data(b"BT /F1 12 Tf " + shown + b"ET")
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _font(writer, codes):
    rows = "".join(f"<{code:02x}> <{ord(sign):04x}>\n" for sign, code in codes.items())
    chart = DecodedStreamObject()
    chart.set_data(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        + f"{len(codes)} beginbfchar\n{rows}endbfchar endcmap end".encode()
    )
    name = NameObject
    return DictionaryObject(
        {
            name("/Type"): name("/Font"),
            name("/Subtype"): name("/Type1"),
            name("/BaseFont"): name("/Helvetica"),
            name("/ToUnicode"): writer._add_object(chart),
        }
    )
