"""How closely two words keep together, by how often they do and how often each is said.

Church, Hanks, "Word association norms" (1990) for MI; Church, Gale, Hanks, Hindle (1991) for T; Dunning, "Accurate
methods for the statistics of surprise and coincidence" (1993) for G²; Rychlý, "A lexicographer-friendly association
score" (2008) for logDice.
"""

from dataclasses import dataclass
from math import log, log2, sqrt

# The highest logDice: two words that are never apart.
_ALWAYS = 14


@dataclass(frozen=True, slots=True)
class Association:
    """`expected` is how often chance would put them together. `mi` and `log_dice` tell how closely, `t` and `g2` how
    surely; `g2` is negative where they keep apart."""

    expected: float
    mi: float
    t: float
    log_dice: float
    g2: float


def association(together: int, node: int, word: int, size: int, window: int = 1) -> Association:
    """Of a node said `node` times and a word said `word` times among `size` tokens, `together` of them within so many
    tokens of each other. ValueError where a count is below one, or `together` above the node's."""
    if min(together, node, word, size) < 1 or together > node:
        raise ValueError("no such counts")
    expected = node * word * window / size
    return Association(
        expected=expected,
        mi=log2(together / expected),
        t=(together - expected) / sqrt(together),
        log_dice=_ALWAYS + log2(2 * together / (node + word)),
        g2=likelihood_of_table(together, node * window, word, size) * (1 if together >= expected else -1),
    )


def likelihood_of_table(together: int, rows: int, columns: int, size: int) -> float:
    """G² over the four cells of a table of `size` units: `rows` have the one, `columns` the other, `together` both. A
    cell that chance leaves no room for counts nothing."""
    observed = (together, rows - together, columns - together, size - rows - columns + together)
    chances = (rows * columns, rows * (size - columns), columns * (size - rows), (size - rows) * (size - columns))
    pairs = zip(observed, chances, strict=True)
    return 2 * sum(seen * log(seen * size / chance) for seen, chance in pairs if seen > 0 and chance > 0)
