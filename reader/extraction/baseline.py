"""The last resort: no area reads like an article, so every line of prose is taken, wherever it stands."""

from reader.extraction.survey import Survey

# Of a page this little linked, all lines below the title are the text: a page written by hand, not a portal's.
_UNLINKED = 0.2
# Less prose than this on a page of links is no article.
_LEAST = 60


def baseline(page: Survey, title_at: int) -> list[int]:
    """The lines to keep, in order; none when even so there is no article."""
    below = range(title_at + 1, len(page.lines))
    if page.linked[-1] <= _UNLINKED * page.characters[-1]:
        return list(below)
    kept = [at for at in below if page.lines[at].prose]
    return kept if sum(len(page.lines[at].text) for at in kept) >= _LEAST else []
