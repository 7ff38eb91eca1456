"""Which rule a page is read by: address, what the page says of its address, signature, parent domain, none."""

import pytest

from reader.extraction import extract
from reader.extraction.containers import find_container
from reader.extraction.site_rules import rules_for
from reader.extraction.survey import survey
from reader.extraction.tree import parse

PROSE = "街道修好以后，老人和孩子都愿意出门，邻里之间的话也多了起来，铺子的生意跟着好了。"
GMW = f'<div class="u-mainText"><p>{PROSE}</p><p>{PROSE}甲</p></div>'
OTHER = "".join(f"<p>{PROSE}{number}</p>" for number in range(9))


def host_of(body, url="", head=""):
    page = survey(parse(f"<html><head>{head}</head><body><h1>街道的客厅</h1>{body}</body></html>"))
    return find_container(page, url, 0).rule.host


def test_the_host_of_the_address_comes_first():
    canonical = '<link rel="canonical" href="https://finance.sina.com.cn/1.html">'
    assert host_of(GMW, "https://theory.gmw.cn/1.htm", canonical) == "gmw.cn"


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://theory.gmw.cn/1.htm">',
        '<meta property="og:url" content="https://theory.gmw.cn/1.htm">',
    ],
)
def test_without_address_the_page_says_its_own(head):
    body = f'<div id="articleBox"><p>{PROSE}</p></div>'
    assert host_of(body, head=head) == "gmw.cn"
    assert host_of(body) == ""


def test_without_any_address_the_containers_name_is_a_signature():
    assert host_of(GMW) == "gmw.cn"


def test_a_host_has_its_own_rule_before_its_parents():
    hosts = [rule.host for rule in rules_for("http://paper.people.com.cn/rmrb/1.htm")]
    assert hosts == ["paper.people.com.cn", "people.com.cn"]


def test_the_parent_domain_serves_a_host_without_rule():
    assert [rule.host for rule in rules_for("https://a.b.gmw.cn/1.htm")] == ["gmw.cn"]


@pytest.mark.parametrize("url", ["https://notgmw.cn/", "https://gmw.cn.example/", "", "gmw.cn", "http://["])
def test_what_only_looks_like_a_known_host_is_none(url):
    assert list(rules_for(url)) == []


def test_a_rule_whose_container_is_missing_falls_through():
    html = f"<html><body><h1>街道的客厅</h1><div>{OTHER}</div></body></html>"
    assert host_of(f"<div>{OTHER}</div>", "https://theory.gmw.cn/1.htm") == ""
    assert len(extract(html.encode(), url="https://theory.gmw.cn/1.htm").blocks) == 9


def test_an_empty_container_falls_through():
    assert host_of(f'<div class="u-mainText"> </div><div>{OTHER}</div>', "https://theory.gmw.cn/1.htm") == ""


def test_a_portals_own_container_is_trusted_however_short():
    assert host_of('<div class="u-mainText">短讯。</div>' + OTHER, "https://theory.gmw.cn/1.htm") == "gmw.cn"


def test_a_signature_holds_at_least_a_paragraph():
    assert host_of('<div class="u-mainText">短讯。</div>' + OTHER) == ""
