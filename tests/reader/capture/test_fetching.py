"""Against a server on this machine: what counts as public is then an argument, everything else is the real thing."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.capture import fetching
from reader.capture.fetching import FetchError, fetch
from reader.capture.public_network import PublicBackend, is_public

PAGE = "<html><body><p>绿道修到了家门口。</p></body></html>".encode("gb18030")


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, status=200, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        getattr(self, "serve_" + self.path.strip("/").partition("?")[0])()

    def serve_page(self):
        self.answer(200, PAGE, Content_Type="text/html; charset=gb2312")

    def serve_untyped(self):
        self.answer(200, PAGE)

    def serve_moved(self):
        self.answer(302, Location="/page")

    def serve_loop(self):
        self.answer(302, Location="/loop")

    def serve_inward(self):
        self.answer(302, Location=f"http://inside.example:{self.server.server_port}/page")

    def serve_script(self):
        self.answer(302, Location="javascript:alert(1)")

    def serve_gap(self):
        self.answer(302, Location="http://a..b/")

    def serve_label(self):
        self.answer(302, Location=f"http://{'a' * 64}.example/")

    def serve_puny(self):
        self.answer(302, Location="http://xn--a\u00ff.example/".encode().decode("latin-1"))

    def serve_missing(self):
        self.answer(404, b"gone", Content_Type="text/html")

    def serve_image(self):
        self.answer(200, b"\x89PNG", Content_Type="image/png")

    def serve_huge(self):
        self.answer(200, Content_Type="text/html")
        for _ in range(200):
            self.wfile.write(b"x" * 2**20)

    def serve_bomb(self):
        self.answer(200, gzip.compress(b"0" * (30 * 2**20)), Content_Type="text/html", Content_Encoding="gzip")

    def serve_drip(self):
        self.answer(200, Content_Type="text/html")
        self.drip()

    def serve_slow_head(self):
        self.drip()

    def drip(self):
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *args: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _local(server, path, seconds=5.0, resolver=None, public=None):
    """Fetch from the local server under a public name: `inside.example` alone counts as private."""
    answers = {"inside.example": ["127.0.0.2"]}
    backend = PublicBackend(
        time.monotonic() + seconds,
        resolver or (lambda host, port: answers.get(host, ["127.0.0.1"])),
        public or (lambda address: address == "127.0.0.1"),
    )
    return fetch(f"http://news.example:{server.server_port}/{path}", backend)


def _code(call, *args, **options):
    with pytest.raises(FetchError) as error:
        call(*args, **options)
    assert str(error.value)
    return error.value.code


@pytest.mark.parametrize("path", ["page", "untyped", "moved"])
def test_a_page_comes_as_its_bytes(server, path):
    assert _local(server, path).data == PAGE


def test_the_servers_word_on_the_charset_is_kept(server):
    assert _local(server, "page").content_type == "text/html; charset=gb2312"


def test_the_final_address_is_told(server):
    assert _local(server, "moved").url.endswith("/page")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("bomb", "too_large"),
        ("huge", "too_large"),
        ("image", "not_text"),
        ("inward", "refused_address"),
        ("loop", "too_many_redirects"),
        ("missing", "http_status"),
        ("script", "bad_address"),
        ("gap", "bad_address"),
        ("label", "bad_address"),
        ("puny", "unreachable"),
    ],
)
def test_what_cannot_be_taken_is_refused(server, path, code):
    assert _code(_local, server, path) == code


@pytest.mark.parametrize("path", ["drip", "slow_head"])
def test_dripping_ends_at_the_deadline(server, path):
    started = time.monotonic()
    assert _code(_local, server, path, seconds=0.5) == "timed_out"
    assert time.monotonic() - started < 2


def test_a_name_that_also_leads_inside_is_refused(server):
    assert _code(_local, server, "page", resolver=lambda host, port: ["127.0.0.1", "10.0.0.1"]) == "refused_address"


def test_a_name_that_changes_is_resolved_and_checked_each_time(server):
    """The redirect's second look-up leads inside, and is refused, though the first did not."""
    answers = iter([["127.0.0.1"], ["192.168.1.1"]])
    assert _code(_local, server, "moved", resolver=lambda host, port: next(answers)) == "refused_address"


def test_a_name_nobody_knows_is_unreachable(server):
    def unknown(host, port):
        raise OSError("unknown")

    assert _code(_local, server, "page", resolver=unknown) == "unreachable"


def test_a_slow_resolver_ends_at_the_deadline(server):
    def slow(host, port):
        time.sleep(3)
        return ["127.0.0.1"]

    assert _code(_local, server, "page", seconds=0.3, resolver=slow) == "timed_out"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://",
        "http://user:secret@example.org/",
        "http://a..b/",
        "http://.a/",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 130}example/",
        "http://xn--/",
        "http://xn--a-ÿ.example/",
        "http://例子." + "长" * 70 + "/",
        "http://[::1",
        "http://\ud800.example/",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    assert _code(fetch, url) == "bad_address"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
    ],
)
def test_addresses_inside_are_refused(url):
    assert _code(fetch, url) == "refused_address"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("64:ff9b:1::808:808", False),
        ("64:ff9b:1:ffff::1", False),
        ("::8.8.8.8", False),
        ("::ffff:0:8.8.8.8", False),
        ("fec0::1", False),
        ("feff::1", False),
        ("::ffff:8.8.8.8", True),
    ],
)
def test_what_is_public(address, public):
    assert is_public(address) is public


def test_the_product_allows_ten_seconds_and_five_redirects():
    assert (fetching.SECONDS, fetching.REDIRECTS) == (10, 5)
