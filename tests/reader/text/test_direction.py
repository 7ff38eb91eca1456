"""Names say what they show."""

import pytest

from annotations.naming import tidy
from reader.text.direction import straight

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("sign", TURNING, ids=lambda sign: f"{ord(sign):x}")
def test_signs_of_direction_are_taken_out(sign):
    assert straight(f"甲{sign}乙") == tidy(f"{sign}甲{sign}乙") == "甲乙"


def test_what_joins_letters_and_signs_stays():
    assert straight("می\u200cخواهم 👩\u200d🌾 עברית") == "می\u200cخواهم 👩\u200d🌾 עברית"


def test_a_project_s_name_is_straight(owner, client_of):
    from reader.models import Project

    client_of(owner).post("/projects/", {"name": "\u202e甲乙\u202c"})
    assert Project.objects.get().name == "甲乙"
    client_of(owner).post("/projects/", {"name": "\u202e"})
    assert Project.objects.count() == 1
