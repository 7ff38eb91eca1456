"""The address a saved page states of itself."""

import pytest

from reader.extraction import extract

BODY = "".join(
    f"<p>小巷是孩子们放学后的第一个去处，也是老人们晒太阳、说闲话的地方，这是第{n}段。</p>" for n in range(4)
)
PAGE = "{before}<html><head><title>小巷</title>{head}</head><body>{top}<h1>小巷</h1><div>{body}</div></body></html>"
ADDRESS = "https://news.example.cn/2024/a.html"
SYSTEM = f"<!--enpproperty <articleid>1</articleid><picurl>https://i.example.cn/1.jpg</picurl><url>{ADDRESS}</url>/enpproperty-->"


def _read(**parts):
    page = PAGE.format(**({"before": "", "head": "", "top": "", "body": BODY} | parts))
    return extract(page.encode())


@pytest.mark.parametrize(
    ("where", "origin"),
    [
        ({"before": f"<!DOCTYPE html>\n<!-- saved from url=(0035){ADDRESS} -->\n"}, "saved_page"),
        (
            {"head": f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon May 13 2024\n-->"},
            "saved_page",
        ),
        ({"head": f'<link rel="canonical" href="{ADDRESS}">'}, "meta"),
        ({"head": f'<meta property="og:url" content="{ADDRESS}">'}, "meta"),
        ({"head": SYSTEM}, "publishing_system"),
        ({"top": SYSTEM}, "publishing_system"),
    ],
)
def test_where_a_page_states_its_address(where, origin):
    page = _read(**where)
    assert (page.url, page.rules["url"]) == (ADDRESS, origin)


def test_the_browsers_word_comes_before_the_pages():
    saved = f"<!-- saved from url=(0035){ADDRESS} -->"
    assert _read(before=saved, head='<link rel="canonical" href="https://other.example.cn/b.html">').url == ADDRESS


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<link rel="canonical" href="https://news.example.cn/">',
        '<link rel="canonical" href="/2024/a.html">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="https://[">',
        '<meta name="mobile-agent" content="format=html5; url=https://m.example.cn/a.html">',
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- the system writes <url>https://news.example.cn/a.html</url> -->",
    ],
)
def test_what_is_no_address_of_the_article(head):
    page = _read(head=head)
    assert page.url == ""
    assert "url" not in page.rules


def test_the_systems_comment_chooses_the_site_rule():
    comment = SYSTEM.replace("news.example.cn", "www.ce.cn")
    aside = f"<div class=list>{BODY}{BODY}</div>"
    page = _read(head=comment, body=f"{aside}<div class=TRS_Editor><p>绿道短讯。</p></div>")
    assert [block.text for block in page.blocks] == ["绿道短讯。"]
