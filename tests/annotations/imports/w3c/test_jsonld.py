"""Web Annotations in every form that the model allows: read, or named with the reason."""

import io
import json
import time
from pathlib import Path

import pytest
from pyld import jsonld as pyld

from annotations.exports import jsonld
from annotations.imports import ImportFault, read
from tests.annotations.exports.conftest import make_project
from tests.annotations.imports.w3c.vocabulary import ADDRESS, CONTEXT, PREFIXES

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "w3c" / "tools" / "samples"
QUOTE = {"type": "TextQuoteSelector", "exact": "慢行优先", "prefix": "以"}
TARGET = {"source": "https://portal.example/1.htm", "selector": QUOTE}
ONE = {"@context": ADDRESS, "id": "urn:uuid:00000000-0000-0000-0000-00000000000a", "type": "Annotation"}


def _read(value):
    return read(json.dumps(value).encode())


def _of(**said):
    return _read(ONE | {"target": TARGET} | said)


TEXT = {"type": "TextualBody", "value": "想法"}


@pytest.mark.parametrize(
    ("said", "note", "themes"),
    [
        ({"bodyValue": "想法"}, "想法", ()),
        ({"body": TEXT}, "想法", ()),
        ({"body": [TEXT, TEXT | {"value": "又一个"}]}, "想法\n\n又一个", ()),
        ({"body": "https://portal.example/note"}, "https://portal.example/note", ()),
        ({"body": {"id": "https://portal.example/a.mp3", "type": "Sound"}}, "https://portal.example/a.mp3", ()),
        ({"body": {"type": "Composite", "items": [TEXT, TEXT | {"value": "其二"}]}}, "想法\n\n其二", ()),
        ({"body": TEXT, "motivation": "tagging"}, "", (("想法",),)),
        ({"body": TEXT, "motivation": ["commenting", "tagging"]}, "", (("想法",),)),
        ({"body": TEXT | {"purpose": "tagging"}, "motivation": "bookmarking"}, "", (("想法",),)),
        ({"body": TEXT | {"purpose": ["describing"]}, "motivation": "tagging"}, "想法", ()),
        ({"body": TEXT | {"purpose": "oa:classifying"}}, "", (("想法",),)),
        ({"body": {"type": "SpecificResource", "purpose": "tagging", "source": "https://x.example/城"}}, "", None),
        ({"body": []}, "", ()),
    ],
)
def test_every_form_of_body(said, note, themes):
    (passage,) = _of(**said).passages
    assert passage.note == note
    assert passage.themes == ((("https://x.example/城",),) if themes is None else themes)


def test_the_first_of_a_choice_is_taken_and_the_others_are_named():
    notes = _of(body={"type": "Choice", "items": [TEXT, TEXT | {"value": "thought"}]})
    assert notes.passages[0].note == "想法"
    assert [one.reason for one in notes.unread] == ["another_form"]


OTHER = {"source": "https://portal.example/2.htm", "selector": [QUOTE | {"exact": "修了又修"}]}


@pytest.mark.parametrize(
    "target",
    [
        [TARGET, OTHER],
        {"type": "List", "items": [TARGET, OTHER]},
        {"type": "Composite", "items": [TARGET, {"type": "Independents", "items": [OTHER]}]},
    ],
)
def test_every_target_is_a_highlight_of_its_own(target):
    first, second = _of(target=target, bodyValue="想法").passages
    assert (first.exact, second.exact) == ("慢行优先", "修了又修")
    assert (first.note, second.note) == ("想法", "想法")
    assert first.id != second.id


@pytest.mark.parametrize(
    "selector",
    [
        QUOTE,
        [QUOTE],
        [{"type": "CssSelector", "value": "p"}, QUOTE],
        {"type": "FragmentSelector", "value": "p2", "refinedBy": QUOTE},
        {"type": "XPathSelector", "value": "/p", "refinedBy": [{"type": "CssSelector", "refinedBy": QUOTE}]},
        {"type": "Choice", "items": [{"type": "SvgSelector"}, QUOTE]},
        QUOTE | {"type": ["TextQuoteSelector"]},
        {"@type": "oa:TextQuoteSelector", "oa:exact": "慢行优先", "oa:prefix": "以"},
    ],
)
def test_a_quote_however_it_is_selected(selector):
    (passage,) = _of(target=TARGET | {"selector": selector}).passages
    assert (passage.exact, passage.prefix) == ("慢行优先", "以")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("https://portal.example/1.htm", "whole_target"),
        ({"source": "https://portal.example/1.htm", "selector": {"type": "SvgSelector"}}, "no_quote"),
        ({"source": "https://portal.example/1.htm", "selector": "https://x.example/s"}, "no_quote"),
        ({"source": "https://x.example", "selector": {"type": "TextPositionSelector", "start": 1}}, "no_quote"),
        (9, "no_target"),
        ([], "no_target"),
    ],
)
def test_what_marks_no_words_is_named(target, reason):
    notes = _of(target=target)
    assert (notes.passages, [one.reason for one in notes.unread]) == ((), [reason])


def test_what_else_is_said_is_named_by_where():
    notes = _of(
        motivation="questioning",
        generator="https://x.example/program",
        creator={"type": "Person", "name": "林", "email": "mailto:lin@x.example"},
        target=TARGET | {"state": {"type": "TimeState"}, "selector": QUOTE | {"conformsTo": "https://x.example"}},
    )
    named = {one.name for one in notes.unread if one.reason == "detail"}
    assert named == {
        "annotation：generator",
        "motivation：questioning",
        "creator：email",
        "target：state",
        "selector：conformsTo",
    }


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ({"type": "AnnotationCollection", "first": "https://x.example/page1"}, "https://x.example/page1"),
        ({"type": "AnnotationPage", "items": [ONE], "next": "https://x.example/page2"}, "https://x.example/page2"),
    ],
)
def test_pages_that_are_elsewhere_are_named(document, named):
    assert named in [one.name for one in _read({"@context": ADDRESS} | document).unread if one.reason == "elsewhere"]


@pytest.fixture(scope="module")
def ours():
    """Our own export, its context inside."""
    output = io.BytesIO()
    jsonld.write(make_project(), output)
    return json.loads(output.getvalue()) | {"@context": CONTEXT}


@pytest.mark.parametrize(
    "shape",
    [
        pyld.expand,
        pyld.flatten,
        lambda document: pyld.flatten(document, CONTEXT),
        lambda document: pyld.compact(document, PREFIXES),
    ],
    ids=["expanded", "flattened", "graph", "prefixed"],
)
def test_the_same_document_in_another_shape_of_json_ld(ours, shape):
    before, after = _read(ours), _read(shape(ours))
    assert len(before.passages) == 5
    assert {one.id: _told(one) for one in after.passages} == {one.id: _told(one) for one in before.passages}
    assert (len(after.passages), after.unread) == (5, before.unread)


def _told(passage):
    """Graphs have no order: the themes of a passage may come in any."""
    kept = ("exact", "prefix", "suffix", "start", "note", "author", "created", "updated", "source")
    return [getattr(passage, name) for name in kept] + [set(passage.themes)]


@pytest.mark.parametrize("document", [{"@graph": [{"id": "a", "target": "b"}, {"id": "b", "source": "a"}]}, [[[[]]]]])
def test_a_graph_that_leads_back_to_itself_ends(document):
    try:
        assert _read(document).passages == ()
    except ImportFault as fault:
        assert fault.code == "unknown_format"


def test_a_graph_of_names_of_names_does_not_grow_without_end():
    """Sixty nodes, each naming the next one twice, would be more than all computers hold."""
    nodes = [{"id": f"urn:{n}", "source": [f"urn:{n + 1}", f"urn:{n + 1}"], "x": f"urn:{n + 1}"} for n in range(60)]
    start = time.process_time()
    notes = _read({"@graph": [ONE | {"target": {"source": "urn:0", "selector": QUOTE}}, *nodes]})
    assert [one.exact for one in notes.passages] == ["慢行优先"]
    assert time.process_time() - start < 2


def test_json_that_is_broken_says_where():
    with pytest.raises(ImportFault, match="line 1"):
        read(b'{"type": "Annotation", "target": "x",}')


@pytest.mark.parametrize("folder", ["correct", "incorrect"])
def test_the_published_samples_are_read_or_named(folder):
    files = sorted((SAMPLES / folder).glob("*.json"))
    if not files:
        pytest.skip("the W3C's samples are not beside the project")
    for file in files:
        try:
            notes = read(file.read_bytes())
        except ImportFault as fault:
            assert folder == "incorrect", file.name
            assert str(fault), file.name
        else:
            assert notes.passages or notes.unread, file.name
            assert all(one.template for one in notes.unread), file.name
