"""What is known of one portal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteRule:
    """Selectors (see selectors.py), each field's tried in order; what a portal does as everybody does is left out.

    `tells` are places that name source, time and editor in words (来源：…); `source`, `time`, `authors`, `editor`
    hold nothing else. `drops` are widgets inside the container. A `signature` container is so much the portal's own
    that a page without an address is known by it.
    """

    host: str
    containers: str
    title: str = ""
    tells: str = ""
    source: str = ""
    time: str = ""
    authors: str = ""
    editor: str = ""
    breadcrumb: str = ""
    drops: str = ""
    signature: bool = True
