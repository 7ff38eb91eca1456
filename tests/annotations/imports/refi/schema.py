"""The published schema, walked: for every element and attribute a project that carries it, and one without it."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

SCHEMA = Path(__file__).resolve().parents[5] / "shared" / "refi-qda" / "Project.xsd"
XSD = "{http://www.w3.org/2001/XMLSchema}"
NAMESPACE = "urn:QDA-XML:project:1.0"
WORDS = "甲说好。乙说好。"
FILE = "file.txt"


def _guid(number):
    return f"00000000-0000-4000-8000-{number:012d}"


USER, OTHER, CODE, NOTE, SOURCE, SELECTION, FIRST, LAST = map(_guid, range(1, 9))
KNOWN = (USER, OTHER, NOTE, SOURCE)
# What references lead to, by the element they stand on or by their own name.
ENDS = {
    "NoteRef": NOTE,
    "MemberNote": NOTE,
    "CodeRef": CODE,
    "MemberCode": CODE,
    "SourceRef": SOURCE,
    "MemberSource": SOURCE,
    "SelectionRef": SELECTION,
    "creatingUser": USER,
    "creatingUserGUID": USER,
    "modifyingUser": OTHER,
    "modifyingUserGUID": OTHER,
    "fromSyncPoint": FIRST,
    "toSyncPoint": LAST,
    "originGUID": SELECTION,
    "targetGUID": NOTE,
    "representedGUID": CODE,
}
VALUES = {
    "startPosition": "0",
    "endPosition": "3",
    "plainTextPath": f"internal://{FILE}",
    "integer": "7",
    "dateTime": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "boolean": "true",
    "decimal": "1.5",
    "RGBType": "#112233",
    "typeOfVariableType": "Text",
    "directionType": "Associative",
    "ShapeType": "Person",
    "LineStyleType": "dotted",
}


@dataclass
class Node:
    """An element to be: its type in the schema, its attributes and children."""

    name: str
    type: str
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)
    text: str = ""


class Schema:
    def __init__(self, path=SCHEMA):
        self.document = etree.parse(path)
        self.valid = etree.XMLSchema(self.document)
        types = {one.get("name"): one for one in self.document.iter(f"{XSD}complexType")}
        self.elements = {name: _elements(one) for name, one in types.items()}
        self.attributes = {name: list(one.iter(f"{XSD}attribute")) for name, one in types.items()}
        self._number = 100

    def paths(self, type="ProjectType", above=()):
        """Every element below the root, as (name, type) from the root down; no type twice on the way."""
        for element in self.elements.get(type, ()):
            path = (*above, (element.get("name"), element.get("type")))
            yield path
            if element.get("type") not in [kind for _, kind in above] and element.get("type") != type:
                yield from self.paths(element.get("type"), path)

    def new(self, name, type):
        """The element with what it must have."""
        node = Node(name, type)
        for attribute in self.attributes.get(type, ()):
            if attribute.get("use") == "required":
                node.attributes[attribute.get("name")] = self.value(node, attribute)
        for element in self.elements.get(type, ()):
            if element.get("minOccurs") is None and element.getparent().tag == f"{XSD}sequence":
                node.children.append(self.new(element.get("name"), element.get("type")))
        if type.startswith("xsd:"):
            node.text = VALUES.get(type[4:]) or self.word()
        return node

    def value(self, node, attribute):
        name, type = attribute.get("name"), attribute.get("type")
        if type == "GUIDType" and name != "guid":
            return ENDS.get(node.name if name == "targetGUID" and node.name in ENDS else name) or self._id()
        if type == "GUIDType":
            return self._id()
        return next((VALUES[known] for known in (name, type, type[4:]) if known in VALUES), None) or self.word()

    def has_name(self, type):
        return any(one.get("name") == "name" for one in self.attributes.get(type, ()))

    def _id(self):
        self._number += 1
        return _guid(self._number)

    def word(self):
        self._number += 1
        return f"字{self._number}"


def _elements(type):
    return [one for one in type.iter(f"{XSD}element") if one.get("name")]


class Project:
    """A project with two people, a code, a note and a marked text, and room for one more thing."""

    def __init__(self, schema):
        self.schema = schema
        self.root = schema.new("Project", "ProjectType")
        for number, guid in enumerate((USER, OTHER)):
            self._put("Users", "User", guid=guid, name=f"人{number}")
        codes = self._group(self._group(self.root, "CodeBook"), "Codes")
        codes.children[0].attributes |= {"guid": CODE, "name": "慢行"}
        note = self._put("Notes", "Note", guid=NOTE)
        note.children.append(Node("PlainTextContent", "xsd:string", text="想法"))
        source = self._put("Sources", "TextSource", guid=SOURCE, name="访谈")
        selection = schema.new("PlainTextSelection", "PlainTextSelectionType")
        selection.attributes |= {"guid": SELECTION}
        source.children += [Node("PlainTextContent", "xsd:string", text=WORDS), selection]

    def _put(self, group, element, **attributes):
        found = self._group(self.root, group)
        found.children = [one for one in found.children if one.attributes.get("guid") in KNOWN]
        kinds = {one.get("name"): one.get("type") for one in self.schema.elements[found.type]}
        made = self.schema.new(element, kinds[element])
        made.attributes |= attributes
        found.children.append(made)
        return made

    def _group(self, node, name):
        """The child that holds others; it is there once."""
        there = next((one for one in node.children if one.name == name), None)
        if there is None:
            type = next(one.get("type") for one in self.schema.elements[node.type] if one.get("name") == name)
            there = self.schema.new(name, type)
            node.children.append(there)
        return there

    def reach(self, path, wanted=""):
        """The new elements on the way to the path's end, and that: each with what gives it sense, but for what is
        wanted itself. Groups are those that are there."""
        node, steps = self.root, []
        for place, (name, type) in enumerate(path):
            if place < 2 and not self.schema.attributes[type]:
                node = self._group(node, name)
                continue
            made = self.schema.new(name, type)
            replace(node, made)
            self._furnish(made, path[place + 1][0] if place + 1 < len(path) else wanted)
            node = made
            steps.append(made)
        return steps, node

    def _furnish(self, node, wanted):
        """Words for what is nothing without them, unless just those are looked for."""
        if node.type in ("TextSourceType", "TranscriptType") and wanted not in ("PlainTextContent", "plainTextPath"):
            node.children.append(Node("PlainTextContent", "xsd:string", text=WORDS))
        if node.name == "PDFSelection" and wanted != "Representation":
            inside = self.schema.new("Representation", "TextSourceType")
            inside.children.append(Node("PlainTextContent", "xsd:string", text="乙说好"))
            node.children.append(inside)
        if node.name == "Transcript":
            points = ((FIRST, "0"), (LAST, "3"))
            node.children += [Node("SyncPoint", "SyncPointType", {"guid": id, "position": at}) for id, at in points]
        if node.name == "TranscriptSelection":
            node.attributes |= {"fromSyncPoint": FIRST, "toSyncPoint": LAST}

    def xml(self):
        return etree.tostring(_written(self.root, self.schema), encoding="utf-8")

    def file(self):
        output = BytesIO()
        with ZipFile(output, "w") as archive:
            archive.writestr("project.qde", self.xml())
            archive.writestr(f"sources/{FILE}", WORDS)
        return output.getvalue()


def replace(node, made):
    """Add the child; what had to be there of its name goes, where it may be there once only."""
    once = made.name in ("CodeRef", "VariableRef", "TextDescription", "Representation")
    node.children = [one for one in node.children if not (once and one.name == made.name)] + [made]


def _written(node, schema):
    element = etree.Element(f"{{{NAMESPACE}}}{node.name}", node.attributes, nsmap={None: NAMESPACE})
    element.text = node.text or None
    order = [one.get("name") for one in schema.elements.get(node.type, ())]
    element.extend(_written(one, schema) for one in sorted(node.children, key=lambda one: order.index(one.name)))
    return element
