"""The following pages of an address, on sites that mean well and on others."""

import re

import pytest

from reader.capture import gathering
from reader.capture.fetching import FetchError
from tests.reader.paged import SITE, address, page, serve, three


@pytest.fixture
def web(monkeypatch):
    def use(pages):
        fetch = serve(pages)
        monkeypatch.setattr(gathering, "fetch", fetch)
        return fetch

    return use


def _urls(gathered):
    return [capture.url for capture in gathered.captures]


def _why(gathered):
    return [(one.url, one.template % one.parameters) for one in gathered.absent]


def test_all_pages_of_an_article_in_order(web):
    web(three())
    assert _urls(gathering.gather(address(1))) == [address(1), address(2), address(3)]


def test_each_page_is_asked_for_once(web):
    fetch = web(three())
    gathering.gather(address(1))
    assert fetch.asked == [address(1), address(2), address(3)]


def test_a_later_page_leads_to_the_whole_article(web):
    web(three())
    assert _urls(gathering.gather(address(3))) == [address(1), address(2), address(3)]


def test_pages_known_only_from_page_to_page(web):
    web({address(n): page(n, address(n + 1)) if n < 4 else page(n) for n in range(1, 5)})
    assert len(_urls(gathering.gather(address(1)))) == 4


def test_a_first_page_of_another_article_is_not_gone_back_to(web):
    web({address(1): page(1, title="另一篇"), address(2): page(2, 1)})
    assert _urls(gathering.gather(address(2))) == [address(2)]


def test_a_page_that_is_gone_is_named_with_the_reason(web):
    web({address(1): page(1, 2, 3), address(2): page(2, 1, 3)})
    gathered = gathering.gather(address(1))
    assert _urls(gathered) == [address(1), address(2)]
    assert _why(gathered) == [(address(3), "网站没有给出这个网页（状态码 404）。")]


def test_after_a_page_that_is_gone_nothing_is_joined(web):
    web({address(1): page(1, 2, 3), address(3): page(3, 1, 2)})
    gathered = gathering.gather(address(1))
    assert _urls(gathered) == [address(1)]
    assert [one.url for one in gathered.absent] == [address(2), address(3)]


def test_a_following_page_on_a_private_address_is_refused(web):
    web({address(1): page(1, 2), address(2): FetchError("refused_address")})
    assert _why(gathering.gather(address(1))) == [(address(2), "这个地址不在公开的互联网上，不能收取。")]


def test_a_following_page_that_leads_to_another_site_is_refused(web):
    web({address(1): page(1, 2), address(2): ("https://other.example/2.htm", page(2))})
    assert _why(gathering.gather(address(1))) == [(address(2), "它跳转到别的网站去了。")]


def test_a_page_of_another_title_is_not_joined(web):
    web({address(1): page(1, 2), address(2): page(2, title="另一篇")})
    gathered = gathering.gather(address(1))
    assert _urls(gathered) == [address(1)]
    assert _why(gathered) == [(address(2), "它的标题不同，像是另一篇。")]


def test_the_same_page_again_is_not_joined_and_not_lacking(web):
    web({address(1): page(1, 2), address(2): page(1, 2)})
    gathered = gathering.gather(address(1))
    assert _urls(gathered) == [address(1)]
    assert [one.lacking for one in gathered.absent] == [False]


def test_a_first_page_with_a_second_address_is_passed_over(web):
    other = f"{SITE}content_40001_1.htm"
    pages = three()
    pages[address(1)] = page(1, 2, 3).replace("<div><a", f'<div><a href="{other}">1</a><a')
    web(pages | {other: page(1, 2, 3)})
    assert _urls(gathering.gather(address(1))) == [address(1), address(2), address(3)]


def test_a_site_that_gives_the_same_page_for_every_number_is_left(web):
    fetch = web(lambda url: page(1, *range(1, 51)))
    assert _urls(gathering.gather(address(1))) == [address(1)]
    assert len(fetch.asked) == 1 + gathering.MOST_REPEATS


def test_a_page_that_redirects_to_the_first_is_not_joined(web):
    web({address(1): page(1, 2), address(2): (address(1), page(1, 2))})
    assert _urls(gathering.gather(address(1))) == [address(1)]


def _number(url):
    return int((re.search(r"_(\d+)\.htm$", url) or [0, 1])[1]) if url != address(1) else 1


def test_endless_next_pages_come_to_an_end(web):
    fetch = web(lambda url: page(_number(url), address(_number(url) + 1)))
    gathered = gathering.gather(address(1))
    assert len(gathered.captures) == len(fetch.asked) == gathering.MOST_PAGES
    assert _why(gathered) == [(address(51), "页数太多，一篇最多 50 页。")]


def test_of_a_hundred_pages_fifty_are_taken(web):
    web({address(n): page(n, *range(1, 101)) for n in range(1, 101)})
    gathered = gathering.gather(address(1))
    assert _urls(gathered)[-1] == address(50)
    assert gathered.absent[0].url == address(51)


def test_slow_pages_come_to_an_end(web, monkeypatch):
    now = iter(range(0, 1000, 7))
    monkeypatch.setattr(gathering.time, "monotonic", lambda: next(now))
    web({address(n): page(n, *range(1, 101)) for n in range(1, 101)})
    gathered = gathering.gather(address(1))
    assert len(gathered.captures) < 5
    assert _why(gathered)[0][1] == "各页合起来用了太多时间，没有再取。"


def test_large_pages_come_to_an_end(web, settings):
    settings.CAPTURE_LIMIT = 500
    web({address(n): page(n, *range(1, 11)) for n in range(1, 11)})
    gathered = gathering.gather(address(1))
    assert len(gathered.captures) < 10
    assert _why(gathered)[0][1] == "各页合起来太大，没有再取。"


WHOLE = f"{SITE}content_40001_all.htm"


def _with_whole(html):
    return html.replace("</body>", f'<a href="{WHOLE}">在本页阅读全文</a></body>')


def test_the_page_that_holds_all_is_taken_instead(web):
    pages = {at: _with_whole(html) for at, html in three().items()}
    body = "".join(re.search(r"<div>(<p>.*?)</div>", html)[1] for html in pages.values())
    fetch = web(pages | {WHOLE: page(1).replace("<div><p>", f"<div>{body}<p>", 1)})
    assert _urls(gathering.gather(address(1))) == [WHOLE]
    assert fetch.asked == [address(1), WHOLE]


@pytest.mark.parametrize("whole", [None, page(9, title="登录"), ("https://other.example/", page(1))])
def test_where_that_page_is_not_given_the_pages_are(web, whole):
    web({at: _with_whole(html) for at, html in three().items()} | ({WHOLE: whole} if whole else {}))
    assert len(gathering.gather(address(1)).captures) == 3


def test_the_first_page_alone_may_fail(web):
    web({})
    with pytest.raises(FetchError):
        gathering.gather(address(1))


def test_a_first_page_without_article_is_given_for_its_text(web):
    web({address(1): "<html><body><a href=/a>登录</a></body></html>"})
    assert _urls(gathering.gather(address(1))) == [address(1)]
