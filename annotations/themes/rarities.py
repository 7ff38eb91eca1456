"""How rare terms are in a project's articles."""

from collections.abc import Sequence

from reader.models import TextVersion
from reader.text.themes.keywords import rarities_of

# The latest texts tell enough, and are read only for an article without themes: about a megabyte.
_SAMPLE = 200


def rarities(project: int, terms: Sequence[str]) -> dict[str, float]:
    """By how many of the project's latest texts hold each term."""
    texts = list(TextVersion.objects.filter(project=project).order_by("-pk").values_list("text", flat=True)[:_SAMPLE])
    return rarities_of(len(texts), {term: sum(term in text for text in texts) for term in terms})
