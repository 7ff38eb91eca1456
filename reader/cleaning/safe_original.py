"""What an original looks like, made harmless: its structure and words, no script, style, form, link or load."""

import re
from collections import Counter

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reader.extraction import is_markup, readable

# Elements that order or weigh text. Everything else goes; what it held stays, unless it was never shown as text.
TAGS = set(
    "abbr address article aside b blockquote br caption center cite code col colgroup dd del details div dl dt em"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark nav ol p pre q rp rt ruby s"
    " samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
UNSEEN = {"head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea", "title"}
SPANS = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
# Sanitising takes time with the square of the nesting; portals nest some thirty deep. Deeper ones are shown as source.
DEEPEST = 1000
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_VOID = set("area base br col embed hr img input link meta source track wbr".split())
_BLANKS = re.compile(r"\n{3,}")


def safe_original(data: bytes, content_type: str = "") -> SafeString:
    """The original as HTML that can be put into a page; ExtractionError where its bytes are no text."""
    text = readable(data, content_type).text
    if not is_markup(text) or _depth(text) > DEEPEST:
        return format_html("<pre>{}</pre>", _BLANKS.sub("\n\n", text))
    cleaned = nh3.clean(text, tags=TAGS, clean_content_tags=UNSEEN, attributes=SPANS, url_schemes=set(), link_rel=None)
    return mark_safe(cleaned)  # noqa: S308  (that is what nh3 is for)


def _depth(text: str) -> int:
    """How deep elements lie at most; those never closed count on, as they do for a parser, and an end that nothing of
    its name is open for ends nothing."""
    deepest = depth = 0
    opened: Counter[str] = Counter()
    for closing, name in _TAG.findall(text.lower()):
        if closing and opened[name]:
            opened[name] -= 1
            depth -= 1
        elif not closing and name not in _VOID:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
    return deepest
