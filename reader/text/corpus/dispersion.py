"""How evenly something is spread over the parts of a corpus.

Gries, "Dispersions and adjusted frequencies in corpora" (2008), and Lijffijt, Gries (2012) for the normalised form;
Juilland, Chang-Rodríguez (1964) for D.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Dispersion:
    """`dp` and `normalised`: 0 is as even as the parts' sizes have it, 1 is all in the smallest part. `juilland`: 1 is
    even, 0 is all in one part."""

    dp: float
    normalised: float
    juilland: float


def dispersion(parts: Sequence[tuple[int, int]]) -> Dispersion:
    """Of (times, size) of each part. ValueError where nothing is said, or a part has no size."""
    times, sizes = sum(count for count, _ in parts), sum(size for _, size in parts)
    if not times or any(size < 1 for _, size in parts):
        raise ValueError("no such counts")
    dp = sum(abs(count / times - size / sizes) for count, size in parts) / 2
    most = 1 - min(size for _, size in parts) / sizes
    return Dispersion(dp, dp / most if most else 0.0, _juilland([count / size for count, size in parts]))


def _juilland(rates: Sequence[float]) -> float:
    mean, number = sum(rates) / len(rates), len(rates)
    if number == 1:
        return 1.0
    deviation = sqrt(sum((rate - mean) ** 2 for rate in rates) / number)
    return max(0.0, 1 - deviation / mean / sqrt(number - 1))
