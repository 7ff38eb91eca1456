import pytest
from lxml.html import document_fromstring

from reader.extraction.selectors import compiled
from reader.extraction.survey import survey

HTML = """<div id="main" class="left wide"><p class="lead">甲</p><div class="text-9f3 body"><p>乙</p></div></div>
<div class="body"><p itemprop="author">丙</p></div><span class="wide">丁</span>"""


@pytest.mark.parametrize(
    ("selectors", "texts"),
    [
        ("#main .lead", ["甲"]),
        ("p.lead", ["甲"]),
        ("div.lead", []),
        ("div.left.wide p", ["甲", "乙"]),
        (".left.narrow p", []),
        (".body p", ["乙", "丙"]),
        (".text-* p", ["乙"]),
        ("[itemprop=author]", ["丙"]),
        ("span, p.lead", ["丁", "甲"]),
        (".nowhere, span", ["丁"]),
    ],
)
def test_what_a_selector_finds_in_order(selectors, texts):
    assert [node.text_content() for node in survey(document_fromstring(HTML)).find(selectors)] == texts


def test_what_is_no_selector_is_refused():
    with pytest.raises(ValueError, match="not a selector"):
        compiled("p > a")
