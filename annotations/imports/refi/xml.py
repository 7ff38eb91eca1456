"""REFI-QDA's XML, whatever prefix its elements have; and parsed so that it can name nothing outside itself."""

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from annotations.imports.document import ImportFault

DEEPEST = 60


def parsed(data: bytes) -> _Element:
    """The root of the document; ImportFault where it has a DTD, or is none."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data:
        raise ImportFault("entities")
    try:
        root = fromstring(
            data,
            XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True),
        )
    except (XMLSyntaxError, ValueError) as error:
        raise ImportFault("broken", detail=str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportFault("entities")
    return root


def local(element: _Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element, name: str) -> list[_Element]:
    return [one for one in element if local(one) == name]


def child(element: _Element, name: str) -> _Element | None:
    return next(iter(children(element, name)), None)


def whole_text_of(element: _Element, name: str) -> str:
    """The words of the child of this name, with the white space round them."""
    found = child(element, name)
    return "".join(map(str, found.itertext())) if found is not None else ""


def text_of(element: _Element, name: str) -> str:
    return whole_text_of(element, name).strip()


def guid(element: _Element, name: str = "guid") -> str:
    """An identifier; some programs put braces round it, some write capitals."""
    return element.get(name, "").strip("{} ").lower()
