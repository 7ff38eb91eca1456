"""The table of site rules, sorted by host; in three files by who publishes."""

from reader.extraction.sites.commercial import COMMERCIAL
from reader.extraction.sites.government import GOVERNMENT
from reader.extraction.sites.official import OFFICIAL
from reader.extraction.sites.rule import SiteRule

SITE_RULES: tuple[SiteRule, ...] = tuple(sorted((*COMMERCIAL, *GOVERNMENT, *OFFICIAL), key=lambda rule: rule.host))
