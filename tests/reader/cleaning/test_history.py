import pytest

from reader.cleaning.history import History, Step, history


@pytest.mark.parametrize(
    ("reasons", "undo", "redo"),
    [
        ("", None, None),
        ("import", None, None),
        ("import strike", 1, None),
        ("import strike undo", None, 2),
        ("import strike undo redo", 1, None),
        ("import strike restore undo", 1, 3),
        ("import strike restore undo undo", None, 2),
        ("import strike restore undo undo redo", 1, 3),
        ("import strike undo restore", 1, None),
        ("import strike return", 2, None),
    ],
)
def test_where_undo_and_redo_lead(reasons, undo, redo):
    steps = [Step(number, reason) for number, reason in enumerate(reasons.split(), 1)]
    assert history(steps) == History(undo, redo)
