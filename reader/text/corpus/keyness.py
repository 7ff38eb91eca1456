"""Whether a word is said more in some texts than in others, and how much more.

Rayson, Garside, "Comparing corpora using frequency profiling" (2000) for the log likelihood; Hardie (2014) for the log
ratio; Wilson (2013) for BIC.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import copysign, erfc, log, log2, sqrt

# A word that one side never says is counted half a time there.
_NEVER = 0.5


@dataclass(frozen=True, slots=True)
class Keyness:
    """`log_likelihood` over the two cells of the word, negative where it is said less here; `four_cells` over all
    cells, of the same sign. `log_ratio` 1 is twice as often. `bic` above 2 speaks for a difference."""

    log_likelihood: float
    four_cells: float
    log_ratio: float
    bic: float

    @property
    def chance(self) -> float:
        """How likely so great a difference is by chance: one degree of freedom."""
        return erfc(sqrt(abs(self.log_likelihood) / 2))


def keyness(here: int, there: int, size_here: int, size_there: int) -> Keyness:
    """Of a word said `here` times among `size_here` tokens and `there` among `size_there`. ValueError where a side has
    no token, or a word is said more often than there are tokens."""
    if min(size_here, size_there) < 1 or not (0 <= here <= size_here and 0 <= there <= size_there):
        raise ValueError("no such counts")
    size = size_here + size_there
    sides = ((here, size_here), (there, size_there))
    two = _likelihood(sides, here + there, size)
    rest = _likelihood([(of - said, of) for said, of in sides], size - here - there, size)
    ratio = log2(((here or _NEVER) / size_here) / ((there or _NEVER) / size_there))
    sign = here / size_here - there / size_there
    return Keyness(copysign(two, sign), copysign(two + rest, sign), ratio, two - log(size))


def _likelihood(sides: Iterable[tuple[int, int]], said: int, size: int) -> float:
    return max(0.0, 2 * sum(count * log(count * size / (of * said)) for count, of in sides if count))
