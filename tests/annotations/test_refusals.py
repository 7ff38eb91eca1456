import pytest
from django.utils.translation import override

from annotations.refusals import REFUSALS, Refusal


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_refusal_is_a_sentence_in_both_languages(code):
    refusal = Refusal(code, {"limit": 60, "shortest": 2, "longest": 20})
    with override("zh-hans"):
        assert str(refusal).endswith("。")
    with override("en"):
        assert str(refusal).endswith(".")
        assert str(refusal).isascii() or "’" in str(refusal)


def test_undo_speaks_english_where_the_reader_does(put, api, coder, body, essay, client_of):
    put(coder, 1, body())
    client = client_of(coder)
    client.post("/language/", {"language": "en"})
    answer = client.post(f"/api/projects/{essay.project_id}/articles/{essay.pk}/undo")
    assert answer.json()["message"] == "Undone: highlight “慢行优先”"
