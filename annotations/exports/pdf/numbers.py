"""Page numbers written onto finished pages, in the glyphs of a PDF that shows the ten digits."""

from io import BytesIO
from typing import cast

from pikepdf import Array, Name, Operator, Page, Pdf, parse_content_stream

# Points, from the page's left and foot; the colour as PDF has it, of the page's title.
SIZE, MIDDLE, BASELINE, COLOUR = 8, 306.1, 31, "0.42 0.38 0.33 rg"
_FONT = Name("/PageNumber")


class Numbers:
    """The digits' font, brought into the file whose pages are numbered."""

    def __init__(self, whole: Pdf, digits: bytes) -> None:
        self._sheet = Pdf.open(BytesIO(digits))
        page = self._sheet.pages[0]
        font = next(iter(page.Resources.Font.values()))
        self._advance = float(font.DescendantFonts[0].W[1][0]) / 1000 * SIZE
        self._codes = _codes(page)
        self._font = whole.copy_foreign(font)

    def put(self, number: int, page: Page) -> None:
        page.add_resource(self._font, Name.Font, _FONT)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + self._drawn(str(number)))

    def _drawn(self, number: str) -> bytes:
        glyphs = "".join(self._codes[int(digit)] for digit in number)
        left = MIDDLE - len(number) * self._advance / 2
        place = f"1 0 0 1 {left:.2f} {BASELINE} Tm"
        return f"q BT {COLOUR} {_FONT} {SIZE} Tf {place} <{glyphs}> Tj ET Q".encode()


def _codes(page: Page) -> list[str]:
    """The glyphs that a page shows, in hexadecimal: two bytes each, as in every font that WeasyPrint embeds."""
    shown = b"".join(
        bytes(part)
        for instruction in parse_content_stream(page, "TJ")
        if instruction.operator == Operator("TJ")
        for part in cast(Array, instruction.operands[0])
        if not isinstance(part, int)
    )
    return [shown[at : at + 2].hex() for at in range(0, len(shown), 2)]
