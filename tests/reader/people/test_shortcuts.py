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
