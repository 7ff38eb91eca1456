"""Pages whose paragraphs are links."""

import pytest

from reader.extraction import ExtractionError, extract

PROSE = "渡口停了以后，摆渡的船上了岸，刷了桐油立在桥头，来往的人都要看一眼，说一说从前过河的事，第{}遍也不嫌多。"
MENU = "".join(f"<li><a href='/n/{place}'>河湾要闻第{place}条</a></li>" for place in range(12))


def page(*addresses, menu=""):
    rows = "".join(f"<p><a href='{address}'>{PROSE.format(at)}</a></p>" for at, address in enumerate(addresses))
    body = f"<ul>{menu}</ul><h1>渡口</h1><div>{rows}</div>"
    return f"<html><head><title>渡口</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("menu", ["", MENU])
@pytest.mark.parametrize("address", ["/app", "#", "", "javascript:void(0)"])
def test_paragraphs_that_all_lead_to_one_place_are_the_text(address, menu):
    assert [block.text for block in extract(page(*[address] * 5, menu=menu)).blocks] == [
        PROSE.format(at) for at in range(5)
    ]


@pytest.mark.parametrize("addresses", [[f"/a/{at}" for at in range(5)], ["/app", "/app"]])
def test_a_list_of_other_articles_is_none(addresses):
    with pytest.raises(ExtractionError, match="没有在这个网页里找到文章正文"):
        extract(page(*addresses, menu=MENU))
