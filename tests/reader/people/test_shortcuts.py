import json

import pytest

from reader.people import shortcuts


def test_the_table_itself_has_no_clash():
    assert shortcuts.checked({}) == {}


@pytest.mark.parametrize(
    ("key", "caps"),
    [("a", ["A"]), ("mod+shift+z", ["Ctrl", "Shift", "Z"]), ("?", ["?"]), ("delete", ["Delete"]), ("+", ["+"])],
)
def test_caps(key, caps):
    assert shortcuts.caps(key) == caps


@pytest.mark.parametrize("key", ["\0", "\x7f", "\u202e", ""])
def test_a_key_that_cannot_be_seen_is_refused(key, client_of, viewer, db):
    said = json.dumps({"help": key})
    answer = client_of(viewer).put("/api/me/shortcuts", said, content_type="application/json")
    assert answer.status_code == 422 and answer.json()["error"]["message"]
