"""The bookmarklet in real Chromium, from a page of another site."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from reader.models import Article
from tests.browser.scene import create_account

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>把小巷修成客厅 - 临江网</title></head><body>
<h1>把小巷修成客厅</h1><div id="more"></div><p>修好小巷，先问问住在这里的人，再问问路过的人。</p>
<p>他们知道哪里积水，哪里缺灯，哪里的台阶太高，说得比图纸还清楚。</p>
<script>document.getElementById("more").innerHTML = "<p>这一段是脚本后来写上的，只有看着网页的人才有。</p>"</script>
</body></html>"""


class Portal(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.path == "/shut":
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(PAGE.encode())


@pytest.fixture(scope="module")
def portal():
    """A site of its own: 127.0.0.1, where the product is at localhost."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def bookmark(page):
    create_account(page)
    page.goto(page.url.rstrip("/") + "/capture/")
    return page.locator(".bookmarklet").get_attribute("href")


def _press(page, address, bookmark):
    """Open a page of the portal and press the bookmark there; the window it opens."""
    page.goto(address)
    page.evaluate("href => document.body.insertAdjacentHTML('beforeend', `<a id=mark href='${href}'>x</a>`)", bookmark)
    with page.expect_popup() as opened:
        page.click("#mark")
    return opened.value


def test_the_page_the_reader_sees_is_shown_and_kept_when_they_say_so(page, portal, bookmark):
    window = _press(page, portal + "/1.html", bookmark)
    expect(window.locator("#received-url")).to_have_text(portal + "/1.html")
    expect(window.locator("#received-title")).to_have_text("把小巷修成客厅 - 临江网")
    expect(window.locator("#received-text")).to_contain_text("这一段是脚本后来写上的")
    assert Article.objects.count() == 1
    window.get_by_role("button", name="保存").click()
    expect(window.locator(".article-head h1")).to_have_text("把小巷修成客厅")
    article = Article.objects.get(url=portal + "/1.html")
    assert "这一段是脚本后来写上的" in article.version.text


@pytest.mark.parametrize(
    "said",
    [
        "{kind: 'quandian-page', url: 'https://people.example/', title: '', html: '<p>假的</p>'}",
        "{kind: 'other', url: location.href, title: '', html: '<p>假的</p>'}",
        "{kind: 'quandian-page', url: 'javascript:alert(1)', title: '', html: '<p>假的</p>'}",
        "{kind: 'quandian-page', url: location.href, title: '', html: 7}",
        "null",
    ],
)
def test_a_page_that_says_it_is_another_is_not_taken(page, portal, bookmark, said):
    page.goto(portal)
    receiving = bookmark.split("page%3D%22")[1].split("%22")[0].replace("%3A", ":").replace("%2F", "/")
    page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<button id=go>x</button>')")
    page.evaluate(
        f"""address => document.getElementById('go').onclick = () => {{
            const into = open(address);
            addEventListener('message', () => into.postMessage({said}, '*'));
        }}""",
        receiving,
    )
    with page.expect_popup() as opened:
        page.click("#go")
    window = opened.value
    window.wait_for_load_state("networkidle")
    expect(window.locator("#receive")).to_be_hidden()


def test_a_site_that_shuts_itself_off_is_explained(page, portal, bookmark):
    window = _press(page, portal + "/shut", bookmark)
    expect(window.locator("#waiting")).to_contain_text("要从书签打开")
