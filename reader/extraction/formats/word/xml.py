"""The XML of a Word document's parts: parsed safely, and asked for what Word's elements say."""

from lxml.etree import XMLParser, _Element, fromstring

from reader.extraction.page import ExtractionError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# The strict variant of the format differs in this name alone, as far as text goes.
_STRICT, _TRANSITIONAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
_OFF = frozenset({"0", "false", "off", "none"})


def root_of(xml: bytes) -> _Element:
    """No entity is resolved and nothing fetched; Word writes no document type, so one with it is refused."""
    xml = xml.replace(_STRICT, _TRANSITIONAL)
    root = fromstring(xml, XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True))
    if root.getroottree().docinfo.doctype:
        raise ExtractionError("unsafe")
    return root


def value(node: _Element | None, path: str) -> str:
    """The w:val of the element at the path (names without prefix, parted by /), "" where there is none."""
    found = node.find(steps(path)) if node is not None else None
    return "" if found is None else found.get(f"{W}val", "")


def number(node: _Element | None, path: str) -> int | None:
    said = value(node, path)
    return int(said) if said.isascii() and said.lstrip("-").isdigit() and len(said) < 9 else None


def flag(node: _Element | None, path: str) -> bool | None:
    """Whether a property is on: None where it is not spoken of."""
    found = node.find(steps(path)) if node is not None else None
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def steps(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))
