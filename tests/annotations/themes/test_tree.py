import pytest

from annotations.models import Theme
from annotations.themes.tree import below, in_order, path

ROOT, CHILD, GRANDCHILD = Theme(pk=1, name="治理"), Theme(pk=4, name="共商", parent_id=1), Theme(pk=5, parent_id=4)
OTHER, LATE = Theme(pk=2, name="活力"), Theme(pk=6, name="共建", parent_id=1)
THEMES = [OTHER, GRANDCHILD, LATE, ROOT, CHILD]


def test_a_theme_comes_before_its_children_and_siblings_as_they_were_made():
    assert in_order(THEMES) == [ROOT, CHILD, GRANDCHILD, LATE, OTHER]


def test_a_path_leads_down_from_the_root():
    assert path(CHILD, {theme.pk: theme for theme in THEMES}) == ["治理", "共商"]


@pytest.mark.parametrize(("root", "ids"), [(1, {1, 4, 5, 6}), (4, {4, 5}), (2, {2}), (99, set())])
def test_what_hangs_under_a_theme_is_itself_and_all_below(root, ids):
    assert below(THEMES, root) == ids
