"""What is known of an article besides its text: what its page says of it."""

from reader.extraction import Page


def fields_of(page: Page) -> dict:
    """The article's fields as the page states them."""
    return {
        "title": page.title,
        "source": page.source[:200],
        "published": page.published,
        "published_precision": page.published_precision if page.published else "",
        "authors": [{"name": author.name, "affiliation": author.affiliation} for author in page.authors],
        "editor": page.editor[:100],
        "channel": list(page.channel),
    }
