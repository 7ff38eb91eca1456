"""How much is compared: as many leads again cost as much again."""

import pytest

from reader.text.themes import derive, frames, listed, naming, parallels, runs

BODY = "先说明现状，再举出两处街区的做法，最后落到每一个住在这里的人身上。"
KINDS = {
    "one sentence": lambda place: "修好步道要落在实处。" + BODY,
    "nearly alike": lambda place: f"修好步道第{place}段要落在实处。" + BODY,
    "headings": lambda place: BODY if place % 2 else f"步道修到第{place}户",
    "dashes": lambda place: "——修好步道要落在实处。" + BODY,
    "questions": lambda place: BODY if place % 2 else "记者：步道怎样修？",
    "lists": lambda place: "、".join(["修好步道"] * 12) + "。" + BODY,
}


def compared(monkeypatch, kind, number):
    count = 0

    def counted(function):
        def call(*arguments):
            nonlocal count
            count += 1
            return function(*arguments)

        return call

    with monkeypatch.context() as patched:
        for module, name in (
            (frames, "shared_ends"),
            (listed, "_first"),
            (naming, "shared_ends"),
            (parallels, "affinity"),
            (runs, "_same_shape"),
            (runs, "_shape"),
        ):
            patched.setattr(module, name, counted(getattr(module, name)))
        derive("老街", [KINDS[kind](place) for place in range(number)])
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_many_near_equal_leads_cost_about_twice(monkeypatch, kind):
    assert compared(monkeypatch, kind, 400) <= 2.3 * compared(monkeypatch, kind, 200) + 200
