"""What of a file has been looked at: whoever reads a REFI-QDA project asks here, so that the rest can be named."""

from collections import defaultdict

from lxml.etree import _Element

from annotations.imports.document import Unread
from annotations.imports.refi.xml import guid, local, whole_text_of

# How much of an element's name the report shows.
SHOWN = 60


def called(element: _Element) -> str:
    """What somebody may know the element by: its name and what describes it, else what it says, its identifier, its
    kind."""
    said = [element.get("name", ""), whole_text_of(element, "Description").strip()]
    words = " ".join("".join(map(str, element.itertext())).split())
    return "：".join(filter(None, said)) or words or guid(element) or local(element)


def is_group(element: _Element) -> bool:
    """Whether it only holds others, which have identifiers: Sets holds each Set."""
    return not element.attrib and len(element) > 0 and all(guid(one) for one in element)


class Ledger:
    """Elements that were opened, each with the attributes that were read."""

    def __init__(self) -> None:
        self._read: dict[_Element, set[str]] = {}
        self.unread: list[Unread] = []

    def open(self, element: _Element, *attributes: str) -> _Element:
        """The element, these attributes of it, and what it says by itself, are taken care of."""
        self._read.setdefault(element, set()).update(attributes)
        return element

    def get(self, element: _Element, attribute: str) -> str:
        self.open(element, attribute)
        return element.get(attribute, "")

    def guid(self, element: _Element, attribute: str = "guid") -> str:
        self.open(element, attribute)
        return guid(element, attribute)

    def children(self, element: _Element, *names: str) -> list[_Element]:
        return [self.open(one) for one in element if local(one) in names]

    def child(self, element: _Element, name: str) -> _Element | None:
        return next(iter(self.children(element, name)), None)

    def text(self, element: _Element, name: str = "Description") -> str:
        """The words of the child of this name, with the white space round them."""
        self.child(element, name)
        return whole_text_of(element, name)

    def reject(self, element: _Element, reason: str, name: str = "", **details: object) -> None:
        """Name the element, with all it holds, as unread."""
        for one in element.iter():
            self.open(one, *map(str, one.attrib))
        self.report(name or called(element), reason, **details)

    def report(self, name: str, reason: str, **details: object) -> None:
        self.unread.append(Unread(" ".join(name.split())[:SHOWN], reason, tuple(details.items())))

    def close(self, root: _Element) -> list[Unread]:
        """All that is unread by now: what was rejected, elements that nobody opened, attributes that nobody read."""
        waiting, unopened = [root], []
        while waiting:
            element = waiting.pop(0)
            if element in self._read or is_group(element):
                waiting += self.open(element)
            else:
                unopened.append(element)
        for element in unopened:
            self.reject(element, "kind", f"{local(element)} {called(element)}".removesuffix(f" {local(element)}"))
        return [*self.unread, *self._details(root)]

    def _details(self, root: _Element) -> list[Unread]:
        """Attributes that nobody read, by their element's kind."""
        names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for element in root.iter():
            for attribute in element.attrib:
                if str(attribute) not in self._read.get(element, ()) and not str(attribute).startswith("{"):
                    names[local(element)][str(attribute)] += 1
        return [
            Unread(f"{tag}：{'、'.join(counts)}", "detail", (("number", sum(counts.values())),))
            for tag, counts in names.items()
        ]
