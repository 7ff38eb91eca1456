"""Which site rules an address has; `sites` holds the table."""

from collections.abc import Iterator

from reader.extraction.addresses import host_of
from reader.extraction.sites import SITE_RULES
from reader.extraction.sites.rule import SiteRule

_BY_HOST = {rule.host: rule for rule in SITE_RULES}
# The rules whose containers are a signature.
SIGNED_RULES = tuple(rule for rule in SITE_RULES if rule.signature)


def rules_for(*addresses: str) -> Iterator[SiteRule]:
    """The rules of the first address that has any: its host's, then those of its parent domains."""
    for address in addresses:
        labels = host_of(address).split(".")
        found = [rule for start in range(len(labels)) if (rule := _BY_HOST.get(".".join(labels[start:])))]
        if found:
            yield from found
            return
