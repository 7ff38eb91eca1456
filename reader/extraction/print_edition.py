"""Where a text stood in print: 《人民日报》（2024年5月13日 第09版）, which a citation needs."""

import re
from datetime import date

from reader.extraction.page import PrintEdition

_EDITION = re.compile(
    r"《\s*(?P<paper>[^《》]{2,20}?)\s*》\s*[（(]?\s*(?P<year>20\d\d|19\d\d)\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})\s*日?"
    r"\s*[，,]?\s*(?:第\s*)?(?P<page>[A-Z]?\d{1,3})\s*版"
)
_ALONE = re.compile(
    r"^[（(\[【\s]*(?:来源\s*[:：]\s*)?《[^《》]{2,20}》\s*[（(]?\s*(?:19|20)\d\d[^。；]{4,40}版\s*[）)\]】\s]*$"
)


def edition_in(text: str) -> PrintEdition | None:
    """The first edition named in the text, with a date that exists."""
    for match in _EDITION.finditer(text):
        try:
            published = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        return PrintEdition(match["paper"], published, match["page"])
    return None


def is_edition_line(text: str) -> bool:
    """Whether the line says nothing else."""
    return bool(_ALONE.match(text))
