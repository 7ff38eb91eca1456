import json
from pathlib import Path

import pytest

from reader.text.sentences import sentences

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "sentences.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:12])
def test_sentences(vector):
    text = vector["text"]
    assert [text[start:end] for start, end in sentences(text)] == vector["sentences"]


def test_a_quotation_that_never_closes_gives_in():
    assert len(sentences("“" + "路" * 220 + "。好。")) == 2
