import pytest

from reader.articles import findings, tasks
from reader.models import Findings
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(project, owner):
    return taken_in(project, owner, "绿道", "按照《绿道条例》修路。到2035年，绿道达到300公里。")


def test_a_new_text_brings_its_findings(project, taken):
    kept = Findings.objects.get(project=project, article=taken)
    text = taken.version.text
    ((start, end, *document),) = kept.documents
    assert (text[start:end], document[2]) == ("按照《绿道条例》修路。", "绿道条例")
    assert [text[row[0] : row[1]] for row in kept.numbers] == ["到2035年，绿道达到300公里。"]


def test_what_another_edition_found_is_found_anew(project, taken):
    Findings.objects.update(edition=0, documents=[])
    assert tasks.behind() == [project]
    tasks.index_texts.enqueue(project.pk)
    assert not findings.behind(project).exists()
    assert len(Findings.objects.get().documents) == 1


def test_a_text_that_states_nothing_is_not_behind(project, owner):
    taken_in(project, owner, "路", "路很长。")
    assert not findings.behind(project).exists()
