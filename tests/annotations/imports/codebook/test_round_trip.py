"""A codebook that is written and read again is the same one."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from annotations.imports.codebook import read
from annotations.imports.codebook.description import compose, parts
from annotations.imports.codebook.fitting import fitted
from tests.annotations.imports.codebook.conftest import TEXTS, WORDS, codebooks, path_of, written

CALM = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCHEMAS = Path(__file__).resolve().parents[5] / "shared" / "refi-qda"


@pytest.mark.parametrize("format", ["csv", "qdc"])
@CALM
@given(codes=codebooks().filter(bool))
def test_what_is_written_is_read_as_it_was(format, codes):
    assert read(written(format, codes)) == codes


@pytest.mark.parametrize("format", ["csv", "qdc"])
@CALM
@given(codes=codebooks().filter(bool))
def test_our_own_file_needs_no_fitting(format, codes):
    found = fitted(read(written(format, codes)))
    assert [(one.path, one.code) for one in found] == [(path_of(codes, code), code) for code in codes]


@CALM
@given(definition=TEXTS, use_when=TEXTS, avoid_when=TEXTS, word=WORDS)
def test_a_description_comes_apart_as_it_was_put_together(definition, use_when, avoid_when, word):
    said = {"definition": definition, "use_when": use_when, "avoid_when": avoid_when, "keywords": (word,)}
    found = parts(compose(**said, archived=True))
    assert {name: found.get(name, "") for name in said} == said


def test_a_description_from_elsewhere_is_the_definition():
    assert parts("只说这个。\n\n第二段。")["definition"] == "只说这个。\n\n第二段。"


def test_a_codebook_is_valid(write):
    codes = read("名称,上级,何时用,关键词\n绿道,,出现时,步道、林荫\n连片,绿道,,\n".encode())
    schema = _schema()
    schema.assertValid(etree.fromstring(write("qdc", codes)))


def _schema():
    """The published schema of a codebook; else that of a project, whose codebooks are the same in another namespace."""
    own, project = SCHEMAS / "Codebook.xsd", SCHEMAS / "Project.xsd"
    if own.exists():
        return etree.XMLSchema(etree.parse(own))
    if not project.exists():
        pytest.skip("no published schema beside the project")
    text = project.read_text(encoding="utf-8-sig").replace("urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0")
    root = etree.fromstring(text.encode())
    kind = "{http://www.w3.org/2001/XMLSchema}"
    for element in root.findall(f"{kind}element"):
        root.remove(element)
    root.append(etree.Element(f"{kind}element", name="CodeBook", type="CodeBookType"))
    # A codebook on its own says what wrote it.
    book = next(one for one in root.findall(f"{kind}complexType") if one.get("name") == "CodeBookType")
    book.append(etree.Element(f"{kind}attribute", name="origin", type="xsd:string"))
    return etree.XMLSchema(root)
