"""REFI-QDA: valid against the published schema, codings on the right characters, the same file every time."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from annotations.exports.document import Theme
from annotations.exports.refi import qdc, qdpx

PROJECT = {"q": "urn:QDA-XML:project:1.0"}
CODEBOOK = {"q": "urn:QDA-XML:codebook:1.0"}


def archive(document):
    output = io.BytesIO()
    qdpx.write(document, output)
    return ZipFile(output)


def qde(document):
    return etree.fromstring(archive(document).read("project.qde"))


def codebook(document):
    output = io.BytesIO()
    qdc.write(document, output)
    return etree.fromstring(output.getvalue())


@pytest.fixture(scope="module")
def schema():
    path = Path(__file__).resolve().parents[5] / "shared" / "refi-qda" / "Project.xsd"
    if not path.exists():
        pytest.skip("the published schema is not beside the project")
    return etree.XMLSchema(etree.parse(path))


def hostile(build):
    text = '甲<&>"\x00\ud800\r乙\u2028𠮷丙'
    article = build.article((("paragraph", text, 0),), title=text)
    mark = build.mark(article, "𠮷丙", 1, note=text, author=text, themes=(1,))
    themes = (Theme(1, text, (text, text), 1, "#2f5f9e", text),)
    return replace(build.single(replace(article, highlights=(mark,))), title=text, exporter=text, themes=themes)


def test_a_project_is_valid(project, schema):
    schema.assertValid(qde(project))


def test_a_project_of_nothing_is_valid(project, schema):
    schema.assertValid(qde(replace(project, articles=(), themes=(), exporter="")))


def test_a_project_of_hostile_texts_is_valid(build, schema):
    schema.assertValid(qde(hostile(build)))


def test_every_selection_cuts_its_quote_out_of_its_source(project):
    files = archive(project)
    quotes = []
    for source in qde(project).iterfind(".//q:TextSource", PROJECT):
        path = source.get("plainTextPath").replace("internal://", "sources/")
        text = files.read(path).decode()
        for selection in source.iterfind("q:PlainTextSelection", PROJECT):
            quotes.append(text[int(selection.get("startPosition")) : int(selection.get("endPosition"))])
    assert quotes == [mark.exact for article in project.articles for mark in article.highlights]


def test_positions_hold_after_characters_xml_cannot_hold(build):
    document = hostile(build)
    files, selection = archive(document), qde(document).find(".//q:PlainTextSelection", PROJECT)
    path = next(name for name in files.namelist() if name.startswith("sources/"))
    text = files.read(path).decode()
    assert text[int(selection.get("startPosition")) : int(selection.get("endPosition"))] == "𠮷丙"


def test_sources_have_neither_byte_order_mark_nor_carriage_returns(build):
    files = archive(hostile(build))
    for name in files.namelist():
        if name.startswith("sources/"):
            assert not files.read(name).startswith(b"\xef\xbb\xbf")
            assert b"\r" not in files.read(name)


def test_codings_lead_to_codes(project):
    root = qde(project)
    names = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", PROJECT)}
    codings = [
        [names[reference.get("targetGUID")] for reference in selection.iterfind("q:Coding/q:CodeRef", PROJECT)]
        for selection in root.iterfind(".//q:PlainTextSelection", PROJECT)
    ]
    assert codings == [["民生"], ["规划连片", "建管同步"], ["规划连片"], [], ["民生"]]


def test_a_note_is_the_selections_description(project):
    notes = [note.text for note in qde(project).iterfind(".//q:PlainTextSelection/q:Description", PROJECT)]
    assert notes == ["“三百米”是指标。\n可与海绵城市比较。", "总起", "跨段"]


def test_every_user_named_is_there(project):
    root = qde(project)
    users = {user.get("guid"): user.get("name") for user in root.iterfind(".//q:User", PROJECT)}
    named = [users[mark.get("creatingUser")] for mark in root.iterfind(".//q:PlainTextSelection", PROJECT)]
    assert named == ["李编码", "王审校", "李编码", "李编码", "李编码"]


def test_codes_have_colour_hierarchy_and_definition(project):
    root = codebook(project)
    outer, people = root.findall("q:Codes/q:Code", CODEBOOK)
    assert (outer.get("name"), outer.get("color"), outer.get("isCodable")) == ("绿道建设", "#2f5f9e", "true")
    assert outer.findtext("q:Description", namespaces=CODEBOOK) == "绿道的规划、建设与管理"
    assert [code.get("name") for code in outer.iterfind("q:Code", CODEBOOK)] == ["规划连片", "建管同步"]
    assert people.get("name") == "民生"


def test_a_parent_that_is_not_listed_cannot_be_coded_with(project):
    root = codebook(replace(project, themes=project.themes[1:2]))
    parent = root.find("q:Codes/q:Code", CODEBOOK)
    assert (parent.get("name"), parent.get("isCodable")) == ("绿道建设", "false")
    assert parent.find("q:Code", CODEBOOK).get("isCodable") == "true"


def test_codebook_and_project_agree_on_identifiers(project):
    codes = [code.get("guid") for code in codebook(project).iter("{urn:QDA-XML:codebook:1.0}Code")]
    assert codes == [code.get("guid") for code in qde(project).iter("{urn:QDA-XML:project:1.0}Code")]


def test_the_same_project_gives_the_same_bytes(project):
    first, second = io.BytesIO(), io.BytesIO()
    qdpx.write(project, first)
    qdpx.write(project, second)
    assert first.getvalue() == second.getvalue()


def test_a_later_export_differs_in_its_time_only(project):
    later = replace(project, exported=project.exported + timedelta(days=1))
    times = [archive(document).read("project.qde").decode() for document in (project, later)]
    assert times[1].replace("2026-11-21T01:30:00Z", "2026-11-20T01:30:00Z", 1) == times[0]


def test_two_articles_of_one_title_have_two_names(project):
    essay, news = project.articles
    document = replace(project, articles=(essay, replace(news, title=essay.title)))
    names = [source.get("name") for source in qde(document).iterfind(".//q:TextSource", PROJECT)]
    assert names == ["让绿道连成网", "让绿道连成网（2）"]


def test_identifiers_are_unique(project):
    guids = [element.get("guid") for element in qde(project).iter() if element.get("guid")]
    assert len(guids) == len(set(guids))


def test_memos_are_notes_that_project_code_and_source_refer_to(remembered, schema):
    root = qde(remembered)
    schema.assertValid(root)
    notes = {note.get("guid"): note.findtext("q:PlainTextContent", namespaces=PROJECT) for note in _notes(root)}
    referring = ("q:NoteRef", ".//q:Code/q:NoteRef", ".//q:TextSource/q:NoteRef")
    found = [notes[root.find(path, PROJECT).get("targetGUID")] for path in referring]
    assert found == ["全课题先看三百米。", "与蓝道分开编。", "此文可作总纲。\n第二行。"]


def test_a_codebook_alone_refers_to_no_memos(remembered):
    assert codebook(remembered).find(".//q:NoteRef", CODEBOOK) is None


def _notes(root):
    return root.iterfind("q:Notes/q:Note", PROJECT)
