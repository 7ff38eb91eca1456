"""Which of the hits are shown as lines, and in which order."""

from random import Random

from annotations.search.asked import Asked
from annotations.search.finding import Hit
from annotations.search.results import Results
from annotations.search.windows import with_word


def chosen(results: Results, wanted: Asked) -> list[Hit]:
    """Those with the word beside them that is asked for, thinned at random where it is asked for. The same seed leaves
    the same ones in whatever order."""
    hits = results.in_order(())
    if wanted.beside:
        hits = with_word(results.project, hits, wanted.beside, wanted.width)
    if 0 < wanted.sample < len(hits):
        kept = Random(wanted.seed).sample(range(len(hits)), wanted.sample)  # noqa: S311
        hits = [hits[at] for at in sorted(kept)]
    return results.in_order(wanted.keys, hits)
