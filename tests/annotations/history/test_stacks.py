import pytest

from annotations.history.stacks import Stacks, Step, origin, replay


@pytest.mark.parametrize(
    ("steps", "done", "undone"),
    [
        ([], (), ()),
        ([Step(1), Step(2)], (1, 2), ()),
        ([Step(1), Step(2), Step(3, 2)], (1,), (3,)),
        ([Step(1), Step(2), Step(3, 2), Step(4, 1)], (), (3, 4)),
        ([Step(1), Step(2), Step(3, 2), Step(4, 3)], (1, 4), ()),
        ([Step(1), Step(2, 1), Step(3, 2), Step(4, 3)], (), (4,)),
        ([Step(1), Step(2, 1), Step(3, 2), Step(4, 3), Step(5, 4)], (5,), ()),
    ],
    ids=["nothing", "two steps", "one undone", "both undone", "redone", "undone again", "redone again"],
)
def test_steps_are_replayed_onto_two_stacks(steps, done, undone):
    assert replay(steps) == Stacks(done, undone)


def test_a_new_step_ends_what_could_be_redone():
    assert replay([Step(1), Step(2, 1), Step(3)]) == Stacks((3,), ())


def test_undo_after_redo_takes_back_the_redo_first_and_then_what_was_before():
    steps = [Step(1), Step(2), Step(3, 2), Step(4, 3), Step(5, 4)]
    assert replay(steps) == Stacks((1,), (5,))


@pytest.mark.parametrize("id", [2, 3, 4])
def test_a_chain_of_undos_leads_back_to_its_plain_step(id):
    assert origin([Step(1), Step(2), Step(3, 2), Step(4, 3)], id) == 2
