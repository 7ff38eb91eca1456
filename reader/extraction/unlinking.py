"""Links that are none: some pages wrap each paragraph into one, all to the same place or to none."""

from collections import defaultdict

from lxml.etree import _Element

from reader.extraction.prose import is_prose

# Headlines lead to an article each; so many links with prose in them to one address are an article's paragraphs.
_ALIKE = 3
_NOWHERE = ("#", "javascript:")


def unlink(root: _Element) -> bool:
    """Make plain text of links to one address that hold an article's paragraphs; whether there were any."""
    alike: defaultdict[str, list[_Element]] = defaultdict(list)
    for link in root.iter("a"):
        address = (link.get("href") or "").strip()
        alike["" if address.startswith(_NOWHERE) else address].append(link)
    prose = [link for links in alike.values() if sum(map(_is_prose, links)) >= _ALIKE for link in links]
    for link in prose:
        link.tag = "span"
    return bool(prose)


def _is_prose(link: _Element) -> bool:
    return is_prose("".join(link.itertext()))
