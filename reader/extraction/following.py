"""The addresses of an article's next pages, from its pager."""

import re
from urllib.parse import urljoin, urlsplit

from reader.extraction.addresses import stated_addresses
from reader.extraction.survey import Survey

_PAGER_TEXT = re.compile(r"^[\[【（(]?\s*(?:\d{1,3}|下一页|下页|末页|尾页|余下全文|阅读全文|全文)\s*[\]】）)>»]*$")
# content_123_2.htm, c_123_2.shtml, t2024_1.html; ?page=2
_NUMBER = re.compile(r"[_-](?P<number>\d{1,3})$")
_QUERY_NUMBER = re.compile(r"(?:^|&)(?:p|page|pageno|pn)=(?P<number>\d{1,3})(?=&|$)", re.IGNORECASE)
_MOST = 50


def following_pages(page: Survey, url: str) -> tuple[str, ...]:
    """Absolute addresses, by number, of the same article's pages after this one; none for a page without address."""
    base = url or next((said for said in stated_addresses(page) if said.startswith("http")), "")
    if not base:
        return ()
    stem, here = _numbered(base)
    name = stem.rpartition("/")[2]
    found: dict[int, str] = {}
    for node in page.root.iter("a"):
        href = node.get("href") or ""
        # Of a page's hundreds of links only those of its own name are worth reading.
        if (name in href or href.startswith("?")) and _PAGER_TEXT.match("".join(node.itertext()).strip()):
            address = _absolute(base, href)
            same, number = _numbered(address)
            if same == stem and number:
                found.setdefault(number, address)
    return tuple(found[number] for number in sorted(found) if number > here)[:_MOST]


def _absolute(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def _numbered(address: str) -> tuple[str, int]:
    """What the pages of one article share of their addresses, and this page's number, 0 without one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", 0
    path, dot, extension = parts.path.rpartition(".")
    path = path if dot else extension
    match = _NUMBER.search(path)
    query = _QUERY_NUMBER.search(parts.query)
    number = int(match["number"]) if match else int(query["number"]) if query else 0
    return f"{parts.hostname}{_NUMBER.sub('', path)}", number
