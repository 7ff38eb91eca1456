"""The page's own address, as it states it itself: an uploaded file comes without one."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.etree import _Element

from reader.extraction.survey import Survey

# Browsers write where a page was saved from: <!-- saved from url=(0026)https://… -->; SingleFile does in its own words.
_SAVED = re.compile(r"\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)")
# 方正's own comment, <!--enpproperty … <url>…</url> … -->.
_SYSTEM = re.compile(r"\s*enpproperty\b[^\0]*?<url>\s*(?P<url>https?://[^<\s]+)\s*</url>")


def host_of(address: str) -> str:
    """The site of an address, without port; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def stated(page: Survey) -> Iterator[tuple[str, str]]:
    """(origin, address): the browser's word first, for it is where the reader was; then the page's, then that of the
    system that published it."""
    yield from _in_comments("saved_page", _SAVED, page)
    yield from (("meta", address) for node in page.head if (address := _in_head(node)))
    yield from _in_comments("publishing_system", _SYSTEM, page)


def stated_addresses(page: Survey) -> list[str]:
    """All of them, that of the version for phones among them: each names the site."""
    return [address for _, address in stated(page)]


def own_address(page: Survey) -> tuple[str, str]:
    """(origin, address) of the article; a site's front page, or the version for phones, is none. Empty without."""
    phones = {_for_phones(node) for node in page.head}
    found = ((origin, said) for origin, said in stated(page) if said not in phones and _leads_to_a_page(said))
    return next(found, ("", ""))


def _in_comments(origin: str, pattern: re.Pattern[str], page: Survey) -> Iterator[tuple[str, str]]:
    for comment in page.comments:
        if match := pattern.match(comment):
            yield origin, match["url"]


def _in_head(node: _Element) -> str:
    if node.get("property") == "og:url":
        return node.get("content") or ""
    if node.get("rel") == "canonical":
        return node.get("href") or ""
    return _for_phones(node)


def _for_phones(node: _Element) -> str:
    if node.get("name") == "mobile-agent":
        return (node.get("content") or "").rpartition("url=")[2]
    return (node.get("href") or "") if node.get("rel") == "alternate" and node.get("media") else ""


def _leads_to_a_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    named = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    return named and (parts.path.strip("/") != "" or parts.query != "")
