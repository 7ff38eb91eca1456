"""Each format is read into the passages it holds, and faults are said."""

import json
from datetime import datetime, timedelta, timezone

import pytest

from annotations.imports import ImportFault, Source, read

W3C = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:uuid:00000000-0000-0000-0000-00000000000a",
    "type": "Annotation",
    "created": "2024-05-06T07:08:09Z",
    "creator": {"type": "Person", "name": "陈"},
    "body": [
        {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": "慢行",
            "id": "urn:x-quandian:theme:%E8%A1%97%E5%B7%B7/%E6%85%A2%E8%A1%8C",
        },
        {"type": "TextualBody", "purpose": "commenting", "value": "批注𠮷"},
    ],
    "target": {
        "source": "https://example.org/a",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "慢行优先", "prefix": "以"},
            {"type": "TextPositionSelector", "start": 7, "end": 11},
        ],
    },
}
HYPOTHESIS = {
    "uri": "https://example.org/a",
    "document": {"title": ["街巷"]},
    "user": "acct:chen@hypothes.is",
    "text": "批注",
    "tags": ["慢行", "街巷"],
    "created": "2024-05-06T07:08:09.123456+00:00",
    "target": [{"source": "https://example.org/a", "selector": [{"type": "TextQuoteSelector", "exact": "慢行优先"}]}],
}


def _read(value):
    return read(json.dumps(value).encode())


@pytest.mark.parametrize(
    "wrapped", [W3C, [W3C], {"first": {"items": [W3C]}}, {"@context": W3C["@context"], "items": [W3C]}]
)
def test_a_w3c_annotation_however_it_is_wrapped(wrapped):
    (passage,) = _read(wrapped).passages
    assert (passage.exact, passage.prefix, passage.start) == ("慢行优先", "以", 7)
    assert passage.themes == (("街巷", "慢行"),)
    assert (passage.note, passage.author) == ("批注𠮷", "陈")
    assert passage.id.endswith("00a")
    assert passage.created == datetime.fromisoformat("2024-05-06T07:08:09+00:00")


def test_a_w3c_source_that_is_described():
    target = W3C["target"] | {"source": {"id": "https://example.org/a", "type": "Text", "label": "街巷"}}
    assert _read(W3C | {"target": target}).passages[0].source == Source("街巷", "https://example.org/a")


def test_a_w3c_annotation_without_a_quote_is_named():
    notes = _read([W3C, W3C | {"id": "urn:x:2", "target": "https://example.org/a"}])
    assert (len(notes.passages), [one.name for one in notes.unread]) == (1, ["urn:x:2"])


@pytest.mark.parametrize("wrapped", [[HYPOTHESIS], {"rows": [HYPOTHESIS], "total": 1}, {"annotations": [HYPOTHESIS]}])
def test_hypothesis(wrapped):
    notes = _read(wrapped)
    (passage,) = notes.passages
    assert notes.format == "hypothesis"
    assert passage.source == Source("街巷", "https://example.org/a")
    assert (passage.author, passage.note) == ("chen", "批注")
    assert passage.themes == (("慢行",), ("街巷",))


def test_two_people_of_hypothesis_who_show_one_name_have_their_accounts():
    shown = {"user_info": {"display_name": "陈"}}
    people = [HYPOTHESIS | shown | {"user": f"acct:{name}@hypothes.is"} for name in ("chen1", "chen2")]
    assert [(one.author, one.account) for one in _read(people).passages] == [("陈", "chen1"), ("陈", "chen2")]


def test_a_reply_of_hypothesis_is_named_as_one():
    reply = HYPOTHESIS | {"target": [{"source": "x"}], "text": "同意", "references": ["a"]}
    assert [(one.name, one.reason) for one in _read([HYPOTHESIS, reply]).unread] == [("同意", "reply")]


def test_a_page_note_of_hypothesis_is_named():
    (unread,) = _read([HYPOTHESIS, HYPOTHESIS | {"target": [{"source": "x"}], "text": "整页"}]).unread
    assert (unread.name, unread.reason) == ("整页", "whole_target")


def test_a_table_of_ones_own():
    notes = read("quote,tag,comment,title\n“慢行优先”,慢行,批注,街巷\n".encode("gb18030"))
    (passage,) = notes.passages
    assert (passage.exact, passage.themes, passage.note) == ("“慢行优先”", (("慢行",),), "批注")


def test_rows_of_one_highlight_are_one_passage():
    time = "2024-05-06 07:08:09"
    rows = ["引文,一级主题,二级主题,圈点编号,圈点时间", f"慢行,街巷,慢行,1,{time}", f"慢行,更新,,1,{time}", "慢行,,,2,"]
    table = "\n".join(rows)
    first, second = read(table.encode()).passages
    assert first.themes == (("街巷", "慢行"), ("更新",))
    assert first.created == datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=8)))
    assert second.themes == ()


def test_the_apostrophe_before_a_formula_is_no_text():
    (passage,) = read("引文,批注\n慢行,'=1+1\n".encode()).passages
    assert passage.note == "=1+1"


def test_a_table_without_quotes():
    with pytest.raises(ImportFault, match="引文"):
        read("题目,批注\n甲,乙\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"{",
        b"[]",
        b"PK\x03\x04",
        b"<html></html>",
        b"{" * 100_000,
        "一段文字。".encode(),
        b'{"TextQuoteSelector": 1',
    ],
)
def test_what_is_no_notes(data):
    with pytest.raises(ImportFault) as caught:
        read(data)
    assert str(caught.value)


@pytest.mark.parametrize(
    "odd", [None, 1, "x", [], {}, {"type": 5}, [None], {"selector": "x"}, {"selector": [{"exact": 4}]}]
)
def test_odd_targets_are_unread_not_errors(odd):
    assert [one.name for one in _read([W3C, W3C | {"target": odd}]).unread] == [W3C["id"]]


def test_half_a_surrogate_pair_is_no_character():
    odd = W3C | {"body": [{"value": "批\ud842注"}], "creator": "\udfb7"}
    (passage,) = _read(odd).passages
    assert (passage.note, passage.author) == ("批?注", "?")


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"])
def test_a_time_that_some_clocks_cannot_show_is_none(time):
    assert _read(W3C | {"created": time}).passages[0].created is None
    assert read(f"引文,圈点时间\n慢行,{time[:10]}\n".encode()).passages[0].created is None
