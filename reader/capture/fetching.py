"""The network, and only it: one page by its address, within limits of size and time."""

import time
from dataclasses import dataclass
from typing import ClassVar

import httpcore
import httpx
from django.conf import settings

from reader.capture.public_network import NotPublic, PublicBackend

SECONDS = 10
REDIRECTS = 5
LONGEST_NAME, LONGEST_LABEL = 253, 63
USER_AGENT = "Mozilla/5.0 (compatible; Quandian/0.1)"
TEXT_TYPES = ("application/xhtml+xml", "text/html", "text/markdown", "text/plain")
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

SENTENCES: dict[str, str] = {
    "bad_address": _("这不是 http 或 https 开头的网址。"),
    "http_status": _("网站没有给出这个网页（状态码 %(status)s）。"),
    "not_text": _("这个地址不是网页，而是 %(content_type)s。"),
    "refused_address": _("这个地址不在公开的互联网上，不能收取。"),
    "timed_out": _("网站在 %(seconds)d 秒内没有答完。"),
    "too_large": _("网页太大，一份最多 %(megabytes)d MB。"),
    "too_many_redirects": _("网站跳转了太多次。"),
    "unreachable": _("连不上这个网站，请检查网址，或改用粘贴、上传。"),
}


@dataclass(frozen=True)
class Fetched:
    """A page: its final address, its bytes, and the server's word on their type."""

    url: str
    data: bytes
    content_type: str


class FetchError(Exception):
    """Why a page was not fetched: a code and its parameters. `str()` is Chinese."""

    sentences: ClassVar[dict[str, str]] = SENTENCES

    def __init__(self, code: str, parameters: dict | None = None) -> None:
        super().__init__(code)
        self.code, self.parameters = code, parameters or {}

    @property
    def template(self) -> str:
        return self.sentences[self.code]

    def __str__(self) -> str:
        return self.template % self.parameters


class PublicTransport(httpx.HTTPTransport):
    """httpx over a network of one's own, for which it has no argument."""

    def __init__(self, backend: PublicBackend) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=backend
        )


def fetch(url: str, backend: PublicBackend | None = None) -> Fetched:
    """The page at a public http or https address; FetchError says what stood in the way.

    All of it, names, redirects and body, is given SECONDS together.
    """
    backend = backend or PublicBackend(time.monotonic() + SECONDS)
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8"}
    try:
        with httpx.Client(transport=PublicTransport(backend), headers=headers, trust_env=False) as client:
            return _follow(client, client.build_request("GET", _address(url)))
    except NotPublic as error:
        raise FetchError("refused_address") from error
    except httpx.TimeoutException as error:
        raise FetchError("timed_out", {"seconds": SECONDS}) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError("bad_address") from error
    except httpx.HTTPError as error:
        raise FetchError("unreachable") from error


def _address(text: str) -> httpx.URL:
    """The address meant; one without a scheme is taken as https."""
    url = httpx.URL(text.strip() if "://" in text else f"https://{text.strip()}")
    if url.scheme not in ("http", "https") or not _is_name(url.raw_host) or url.userinfo:
        raise FetchError("bad_address")
    return url.copy_with(fragment=None)


def _is_name(host: bytes) -> bool:
    """Whether a name can be looked up at all: no label of it is empty, or longer than names have."""
    labels = host.removesuffix(b".").split(b".")
    return len(host) <= LONGEST_NAME and all(0 < len(label) <= LONGEST_LABEL for label in labels)


def _follow(client: httpx.Client, request: httpx.Request) -> Fetched:
    for _ in range(REDIRECTS + 1):
        response = client.send(request, stream=True)
        try:
            if response.next_request is None:
                return _read(response)
            _address(str(response.next_request.url))
            request = response.next_request
        finally:
            response.close()
    raise FetchError("too_many_redirects")


def _read(response: httpx.Response) -> Fetched:
    if response.status_code != httpx.codes.OK:
        raise FetchError("http_status", {"status": response.status_code})
    content_type = response.headers.get("Content-Type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind and kind not in TEXT_TYPES:
        raise FetchError("not_text", {"content_type": kind})
    return Fetched(str(response.url), _body(response), content_type)


def _body(response: httpx.Response) -> bytes:
    """The body, unpacked; counted while it comes, so that neither a long nor a swelling one is held."""
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > settings.CAPTURE_LIMIT:
            raise FetchError("too_large", {"megabytes": settings.CAPTURE_LIMIT // 2**20})
    return bytes(body)
