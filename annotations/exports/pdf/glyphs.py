"""Which signs of a document no font of this machine has: the PDF shows boxes for them, and says so."""

from collections.abc import Iterable, Iterator
from unicodedata import category

from annotations.exports.pdf.content import Element, element
from annotations.exports.pdf.press import Press

# What has no shape of its own: spaces, controls, accents, joiners.
_SHAPELESS = frozenset(("Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"))


class Glyphs:
    """Notes the signs of what passes, and tells in the end which of them are missing."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._seen: set[str] = set()

    def noted(self, elements: Iterable[Element]) -> Iterator[Element]:
        for passing in elements:
            self._seen.update(*(span.text for line in passing.lines for span in line.spans))
            yield passing

    def missing(self) -> Iterator[Element]:
        """A sentence that names them by their numbers, or nothing."""
        signs = sorted(sign for sign in self._seen if category(sign) not in _SHAPELESS)
        if missing := self._press.missing(signs):
            named = "、".join(f"U+{ord(sign[0]):04X}" for sign in missing)
            yield element("facts", f"没有字体含有下列字符，正文里印成了方框，也不能从 PDF 里复制：{named}。")
