"""A small site of articles in pages, and a web that serves it in place of the network."""

from reader.capture.fetching import Fetched, FetchError

SITE = "https://paper.example/2024/"


def address(number, article=40001):
    return f"{SITE}content_{article}{f'_{number}' if number > 1 else ''}.htm"


def page(number, *leads, title="把小巷修成客厅", text=None, head=""):
    """The HTML of a page whose pager leads to the numbers, or by their text to the addresses."""
    said = text or f"这是第{number}页的话：小巷是孩子们放学后的第一个去处，也是老人们晒太阳、说闲话的地方。"
    links = "".join(f'<a href="{lead if isinstance(lead, str) else address(lead)}">{_text(lead)}</a>' for lead in leads)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<div><p>{said}</p><p>第{number}页还说，修好它，要先问问住在这里的人，再问问路过的人。</p></div>"
        f"<div>{links}</div></body></html>"
    )


def _text(lead):
    return "下一页" if isinstance(lead, str) else str(lead)


def serve(pages):
    """A fetch that knows these addresses: HTML, or (the address it redirects to, HTML), or an error to raise."""
    asked = []

    def fetch(url):
        asked.append(url)
        found = pages(url) if callable(pages) else pages.get(url)
        if found is None:
            raise FetchError("http_status", {"status": 404})
        if isinstance(found, Exception):
            raise found
        final, html = found if isinstance(found, tuple) else (url, found)
        return Fetched(final, html.encode(), "text/html; charset=utf-8")

    fetch.asked = asked
    return fetch


def three():
    """An article in three pages, by address."""
    return {address(number): page(number, *{1, 2, 3} - {number}) for number in (1, 2, 3)}
