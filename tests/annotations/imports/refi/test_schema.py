"""Whatever the published schema lets a project carry is taken in, or named in the report."""

import pytest
from lxml import etree

from annotations.imports import read
from tests.annotations.imports.refi.schema import SCHEMA, Project, Schema, replace

# What says nothing that could be lost.
SILENT = {
    "position": "where in its transcript a point in time stands, which no selection names",
    "User": "a person who has made nothing",
}


@pytest.fixture(scope="module")
def schema():
    if not SCHEMA.exists():
        pytest.skip("the published schema is not beside the project")
    return Schema()


def test_every_element_and_attribute_is_taken_in_or_named(schema):
    paths = list(schema.paths())
    silent = [said for path in paths for said in _silent(schema, path)]
    assert len(paths) > 200
    assert not silent, "\n".join(silent)


def _silent(schema, path):
    """What at this path is neither taken in nor named: the element itself, its attributes that it need not have."""
    name, type = path[-1]
    if name not in SILENT and not _says(schema, path, name, _element(schema, path)):
        yield "/".join(step for step, _ in path)
    for attribute in schema.attributes.get(type, ()):
        wanted = attribute.get("name")
        told = name in SILENT or wanted in SILENT or attribute.get("use") == "required"
        if not told and not _says(schema, path, wanted, _attribute(schema, attribute), own=True):
            yield "/".join([*(step for step, _ in path), f"@{wanted}"])


def _element(schema, path):
    def add(node):
        made = schema.new(*path[-1])
        if made.name not in [one.name for one in node.children]:
            made.attributes |= {"name": schema.word()} if schema.has_name(made.type) else {}
            replace(node, made)
        return made

    return add


def _attribute(schema, attribute):
    def add(node):
        node.attributes.setdefault(attribute.get("name"), schema.value(node, attribute))
        return node

    return add


def _says(schema, path, wanted, add, *, own=False):
    """Whether the notes differ by what is added; else whether something above it is named; or it was there before."""
    project = Project(schema)
    steps, node = project.reach(path if own else path[:-1], wanted)
    before, bare = read(project.file()), project.xml()
    added = add(node)
    if bare == project.xml():
        return True
    schema.valid.assertValid(etree.fromstring(project.xml()))
    after = read(project.file())
    return before != after or any(_named(step, after, whole=step is added) for step in steps) or _led_to(added, after)


def _named(node, notes, *, whole):
    """Whether the report says the element's name; of one that carries what was added: as a whole."""
    known = node.attributes.get("name") or node.attributes.get("guid") or node.name
    return any(known in one.name for one in notes.unread if one.reason == "kind" or not whole)


def _led_to(node, notes):
    """A reference to a note that is taken in says no more than that."""
    return node.name == "NoteRef" and any("想法" in memo.text for memo in notes.memos)
